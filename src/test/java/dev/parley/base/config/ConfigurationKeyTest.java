package dev.parley.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The keys of the configuration: what each accepts, and that their page tells the same. */
class ConfigurationKeyTest {

  @ParameterizedTest
  @EnumSource
  void every_key_accepts_its_own_default(ConfigurationKey key) {
    assertThat(key.accepts(key.defaultValue())).isTrue();
  }

  @Test
  void keys_and_environment_names_are_unique() {
    assertThat(ConfigurationKey.values()).extracting(ConfigurationKey::key).doesNotHaveDuplicates();
    assertThat(ConfigurationKey.values())
        .extracting(ConfigurationKey::environmentName)
        .doesNotHaveDuplicates();
  }

  @Test
  void the_environment_writes_a_key_in_capitals() {
    assertThat(ConfigurationKey.DB_URL.environmentName()).isEqualTo("PARLEY_DB_URL");
    assertThat(ConfigurationKey.LOGINS_PER_ACCOUNT.environmentName())
        .isEqualTo("PARLEY_LIMITS_LOGINS_PER_ACCOUNT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME               | Parley of Ada",
        "PORT               | 65535",
        "DB_URL             | jdbc:postgresql://db:5432/parley",
        "PUBLIC_URL         | https://chat.example.org",
        "PUBLIC_URL         | http://localhost:8080",
        "TRUSTED_PROXIES    | 10.0.0.5, 10.1.0.0/16, 2001:db8::/64",
        "REGISTRATION       | closed",
        "PUSH_SUBJECT       | mailto:admin@example.org",
        "PUSH_SUBJECT       | https://example.org/contact",
        "PUSH_SERVICES      | https://push.example.org, https://*.example.net:8443",
        "PASSWORD_MEMORY    | 65536",
        "ACCESS_LIFE        | PT10M",
        "REFRESH_IDLE       | P14D",
        "REQUEST_COOLDOWN   | PT0S",
        "REQUEST_COOLDOWN   | 0",
        "REQUEST_EXPIRY     | 0",
        "OPS_PUBLIC         | true",
        "OPS_PORT           | 9090",
        "REQUESTS_PER_DAY   | 0"
      })
  void a_sound_value_is_accepted(ConfigurationKey key, String value) {
    assertThat(key.accepts(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME               | ' '",
        "PORT               | 0",
        "PORT               | 65536",
        "PORT               | http",
        "DB_URL             | jdbc:mysql://db/parley",
        "PUBLIC_URL         | chat.example.org",
        "PUBLIC_URL         | https://chat.example.org/",
        "PUBLIC_URL         | http://[",
        "PUBLIC_URL         | ftp://chat.example.org",
        "TRUSTED_PROXIES    | proxy.example.org",
        "TRUSTED_PROXIES    | 10.0.0.0/33",
        "REGISTRATION       | ajar",
        "PUSH_SUBJECT       | admin@example.org",
        "PUSH_SUBJECT       | http://example.org",
        "PUSH_SUBJECT       | mailto:admin",
        "PUSH_SERVICES      | http://push.example.org",
        "PUSH_SERVICES      | https://*.org",
        "PASSWORD_MEMORY    | 0",
        "PASSWORD_MEMORY    | -1",
        "PASSWORD_MEMORY    | 1.5",
        "PASSWORD_MEMORY    | 99999999999",
        "ACCESS_LIFE        | PT11M",
        "ACCESS_LIFE        | PT0S",
        "KEY_LIFE           | PT19S",
        "HEARTBEAT          | PT0.5S",
        "REFRESH_IDLE       | 14 days",
        "REFRESH_IDLE       | -P1D",
        "REQUEST_COOLDOWN   | PT-1S",
        "REQUEST_COOLDOWN   | 7",
        "OPS_PUBLIC         | yes",
        "OPS_PORT           | 99999",
        "REQUESTS_PER_DAY   | -1"
      })
  void a_wrong_value_is_refused(ConfigurationKey key, String value) {
    assertThat(key.accepts(value)).isFalse();
  }

  @Test
  void a_fault_names_its_key_what_is_wanted_and_what_was_given() {
    assertThat(ConfigurationKey.firstFault(Map.of("parley.port", "x")))
        .contains("The configuration key parley.port must be a port from 1 to 65535, not \"x\".");
    assertThat(ConfigurationKey.firstFault(Map.of("parley.trusted-proxies", "10.0.0.0/33")))
        .contains(
            "The configuration key parley.trusted-proxies must be addresses and CIDR blocks such as"
                + " 10.0.0.5, 10.1.0.0/16 or 2001:db8::/64, comma separated, not \"10.0.0.0/33\".");
    assertThat(ConfigurationKey.firstFault(Map.of("parley.prot", "8080")))
        .contains("There is no configuration key parley.prot.");
  }

  @Test
  void a_fault_of_a_url_shows_no_password_that_is_in_it() {
    assertThat(
            ConfigurationKey.firstFault(
                Map.of("parley.db.url", "postgres://parley:a/secret@db/parley?password=secret")))
        .contains(
            "The configuration key parley.db.url must be a URL like"
                + " jdbc:postgresql://host:5432/name, not \"postgres://***@db/parley?***\".");
    assertThat(ConfigurationKey.DB_URL.accepts("jdbc:postgresql://parley:secret@db/parley"))
        .isFalse();
    assertThat(ConfigurationKey.DB_URL.accepts("jdbc:postgresql://db/parley?user=a@b")).isTrue();
  }

  @Test
  void other_peoples_keys_are_none_of_our_business() {
    assertThat(ConfigurationKey.firstFault(Map.of("mp.jwt.verify.issuer", "x", "java.home", "y")))
        .isEmpty();
  }

  @Test
  void the_page_of_the_configuration_has_the_table_of_these_keys() throws IOException {
    if (Boolean.getBoolean("configuration.write")) {
      ConfigurationTable.write();
    }
    assertThat(ConfigurationTable.page())
        .as(
            "The table of src/docs/configuration.md is made of the keys. Write it anew:"
                + " mvn test -P'!frontend' -Dtest=ConfigurationKeyTest -Dconfiguration.write=true")
        .isEqualTo(ConfigurationTable.renewedPage());
  }
}
