package dev.parley.journey.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.browser.AdminConsole;
import dev.parley.journey.FreePorts;
import dev.parley.journey.OrderlyStop;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.PayaraServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.chat.MessageOverLiveSessionIT;
import dev.parley.journey.consent.OriginalDemoIT;
import dev.parley.journey.consent.TwoPeopleConnectIT;
import dev.parley.launcher.Listening;
import io.restassured.http.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The same application on Payara Server: installed by one command, used, looked at in the admin
 * console, and stopped in order.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class PayaraServerIT {
  private static final PayaraServer PAYARA = PayaraServer.shared();

  @Nested
  @Order(1)
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  class It_is_installed_by_one_command {
    @Test
    @Order(1)
    void which_says_what_it_lacks() {
      assertThat(PAYARA.installs(Map.of("PARLEY_DB_PASSWORD", "")))
          .isEqualTo(
              new PayaraServer.Outcome(
                  1, "PARLEY_DB_PASSWORD is not set; Payara Server has no database of its own."));
      assertThat(PAYARA.installs(Map.of("PAYARA_PASSWORD_FILE", "/nowhere")).output())
          .startsWith("PAYARA_PASSWORD_FILE must name a file");
    }

    @Test
    @Order(2)
    void which_says_that_a_port_is_in_use_and_has_done_nothing() throws IOException {
      try (ServerSocket taken =
          new ServerSocket(PAYARA.port(), 1, InetAddress.getLoopbackAddress())) {
        assertThat(PAYARA.installs(Map.of()))
            .isEqualTo(
                new PayaraServer.Outcome(
                    1,
                    "Port "
                        + taken.getLocalPort()
                        + " is in use; stop what listens there or choose another by PARLEY_PORT."));
      }
      assertThat(PAYARA.process()).isEmpty();
    }

    @Test
    @Order(3)
    void which_says_that_the_database_cannot_be_reached_and_has_done_nothing() {
      String nowhere = "jdbc:postgresql://127.0.0.1:" + FreePorts.next() + "/parley";
      PayaraServer.Outcome outcome = PAYARA.installs(Map.of("PARLEY_DB_URL", nowhere));
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output().lines()).hasSize(1);
      assertThat(outcome.output())
          .startsWith("The database at " + nowhere + " cannot be used:")
          .contains("refused");
      assertThat(PAYARA.hasDomain()).isFalse();
    }

    @Test
    @Order(4)
    void which_makes_a_domain_where_there_is_none() {
      ready(PAYARA.installs(Map.of("PARLEY_STOP_NOTICE", "PT0S")));
    }

    @Test
    @Order(5)
    void which_leaves_what_works_alone_when_the_database_refuses_the_password() {
      refused(
          "The database at "
              + PAYARA.databaseUrl()
              + " cannot be used: FATAL: password authentication failed for user \"parley\".",
          () -> PAYARA.installs(Map.of("PARLEY_DB_PASSWORD", "a guess")));
    }

    @Test
    @Order(5)
    void which_leaves_what_works_alone_when_asadmin_refuses_the_password() {
      String wrong = PAYARA.passwordFile("wrong", "a guess");
      refused(
          "asadmin does not accept the password in "
              + wrong
              + " for admin at localhost:"
              + PAYARA.console().getPort()
              + ".",
          () -> PAYARA.installs(Map.of("PAYARA_PASSWORD_FILE", wrong)));
    }

    @Test
    @Order(5)
    void which_leaves_what_works_alone_when_a_setting_is_wrong() {
      refused(
          "The configuration key parley.tokens.access must be an ISO-8601 duration above zero and at"
              + " most PT10M, not \"PT1H\".",
          () -> PAYARA.installs(Map.of("PARLEY_TOKENS_ACCESS", "PT1H")));
      refused(
          "PARLEY_PORT, PARLEY_OPS_PORT and PAYARA_ADMIN_PORT must be different ports.",
          () -> PAYARA.installs(Map.of("PARLEY_OPS_PORT", String.valueOf(PAYARA.port()))));
    }

    @Test
    @Order(5)
    void which_leaves_what_works_alone_when_a_file_is_not_what_it_should_be() {
      String text = PAYARA.passwordFile("text", "no archive");
      refused(
          text + " is not PostgreSQL's JDBC driver.",
          () -> PAYARA.installs(Map.of("JDBC_DRIVER", text)));
      refused(
          text + " is not Parley; build it with mvn package.",
          () -> PAYARA.installs(Map.of(), text));
    }

    private void refused(String sentence, Supplier<PayaraServer.Outcome> install) {
      ProcessHandle running = PAYARA.process().orElseThrow();
      CompletableFuture<PayaraServer.Outcome> outcome = CompletableFuture.supplyAsync(install);
      do {
        serves();
      } while (!outcome.isDone());
      assertThat(outcome.join()).isEqualTo(new PayaraServer.Outcome(1, sentence));
      serves();
      assertThat(PAYARA.process()).contains(running);
    }

    private void serves() {
      given().get(PAYARA.parley().api().resolve("config/")).then().statusCode(200);
    }

    @Test
    @Order(6)
    void which_brings_up_to_date_what_is_there() {
      ProcessHandle before = PAYARA.process().orElseThrow();
      ready(PAYARA.installs(Map.of()));
      assertThat(PAYARA.process().orElseThrow()).isNotEqualTo(before);
      serves();
    }

    private void ready(PayaraServer.Outcome outcome) {
      assertThat(outcome)
          .isEqualTo(
              new PayaraServer.Outcome(
                  0,
                  "Parley is ready at http://localhost:"
                      + PAYARA.port()
                      + "; Payara's admin console is at "
                      + PAYARA.console()
                      + "."));
    }

    @Test
    @Order(7)
    void which_opens_nothing_but_http_beyond_loopback() throws IOException {
      assertThat(Listening.beyondLoopback(PAYARA.process().orElseThrow().pid()))
          .containsExactly(PAYARA.port());
    }

    @Test
    @Order(8)
    void which_keeps_to_itself_what_it_is() {
      Headers headers = given().get(PAYARA.parley().api().resolve("config/")).headers();
      assertThat(headers.hasHeaderWithName("Server")).isFalse();
      assertThat(headers.hasHeaderWithName("X-Powered-By")).isFalse();
      given().get(PAYARA.parley().base() + "/metrics").then().statusCode(404);
      given().get("http://localhost:" + PAYARA.opsPort() + "/metrics").then().statusCode(200);
    }

    @Test
    @Order(9)
    void which_leaves_no_secret_in_a_file_and_tells_nobody() {
      assertThat(PAYARA.file("config/domain.xml"))
          .contains("${ENV=PARLEY_DB_PASSWORD}")
          .containsPattern("<phone-home-runtime-configuration [^>]*enabled=\"false\"")
          .doesNotContain(PAYARA.databasePassword());
      assertThat(PAYARA.file("logs/server.log")).doesNotContain(PAYARA.databasePassword());
    }
  }

  @Nested
  @Order(2)
  class People_connect extends TwoPeopleConnectIT {
    @Override
    protected ParleyServer server() {
      return PAYARA.parley();
    }
  }

  @Nested
  @Order(3)
  class People_talk extends MessageOverLiveSessionIT {
    @Override
    protected ParleyServer server() {
      return PAYARA.parley();
    }
  }

  @Nested
  @Order(4)
  class The_original_demo_works extends OriginalDemoIT {
    @Override
    protected ParleyServer server() {
      return PAYARA.parley();
    }
  }

  @Nested
  @Order(5)
  class Its_operator {
    @Test
    void sees_application_pool_and_figures_in_the_admin_console() {
      try (AdminConsole console = AdminConsole.open(PAYARA.console())) {
        console.signIn("admin", PayaraServer.PASSWORD);
        assertThat(console.applications("parley")).contains("Deployed Applications (1)");
        console.pings("parley");
        assertThat(console.figuresOf("parley")).contains("NumConnCreated").contains("NumConnUsed");
      }
    }
  }

  @Nested
  @Order(6)
  class It_is_stopped {
    @Test
    void with_notice_and_after_everybody_was_answered() throws Exception {
      ParleyServer server = PAYARA.parley();
      Person ada = new People(server).register("ada");
      ProcessHandle process = PAYARA.process().orElseThrow();
      OrderlyStop.of(server, PAYARA.opsPort(), ada, true, process::destroy);
      await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive());
    }
  }
}
