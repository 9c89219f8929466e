package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Payara Micro and Payara Server are set up by files of their own, and alike. */
class ServersAgreeTest {

  @Test
  void whatever_the_one_says_of_http_the_other_says_too() {
    List<String> server = ServerConfig.lines("payara-server/preboot.asadmin");
    assertThat(ServerConfig.lines("payara-micro/preboot.asadmin"))
        .isNotEmpty()
        // The server is up without an application, for its console.
        .filteredOn(line -> !line.endsWith("http-listener.enabled=false"))
        .allSatisfy(
            line ->
                assertThat(server)
                    .contains(
                        line.replace("protocol.http-listener.", "protocol.http-listener-1.")));
  }

  @Test
  void they_have_the_same_pool() {
    assertThat(ServerConfig.lines("payara-server/pool.asadmin"))
        .isEqualTo(
            ServerConfig.lines("payara-micro/pool.asadmin").stream()
                .map(line -> line.replace("${parley.db.url}", "${ENV=PARLEY_DB_URL}"))
                .map(line -> line.replace("${parley.db.user}", "${ENV=PARLEY_DB_USER}"))
                .map(line -> line.replace("${parley.db.password}", "${ENV=PARLEY_DB_PASSWORD}"))
                .toList());
  }

  @Test
  void they_log_the_same() throws Exception {
    Properties micro = new Properties();
    micro.load(new StringReader(ServerConfig.text("payara-micro/logging.properties")));
    Set<String> expected =
        micro.stringPropertyNames().stream()
            .filter(name -> name.matches("[a-z]+\\..*\\.level") && !name.startsWith("java.util."))
            .map(name -> name.replaceAll("\\.level$", "=") + micro.getProperty(name))
            .collect(Collectors.toCollection(TreeSet::new));
    String levels =
        ServerConfig.lines("payara-server/logging.asadmin").stream()
            .filter(line -> line.startsWith("set-log-levels "))
            .findFirst()
            .orElseThrow();
    assertThat(Stream.of(levels.substring(levels.indexOf(' ') + 1).split(":")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
