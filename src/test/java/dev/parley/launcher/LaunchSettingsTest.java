package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a start is given for its providers of single sign-on, from the environment as well. */
class LaunchSettingsTest {
  private static final Map<String, String> ACME =
      Map.of(
          "PARLEY_SSO_PROVIDERS", "acme-corp",
          "PARLEY_SSO_ACME_CORP_ISSUER", "https://id.acme.example",
          "PARLEY_SSO_ACME_CORP_CLIENT_ID", "parley");

  private static LaunchSettings settings(Properties commandLine, Map<String, String> environment) {
    return new LaunchSettings(Path.of("."), commandLine, environment);
  }

  @Test
  void a_provider_may_be_described_by_the_environment() {
    assertThat(settings(new Properties(), ACME).keycloakPort()).isEmpty();
  }

  @Test
  void what_the_environment_lacks_of_a_provider_is_told() {
    assertThatThrownBy(
            () -> settings(new Properties(), Map.of("PARLEY_SSO_PROVIDERS", "acme-corp")))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "The configuration key parley.sso.acme-corp.issuer is missing; each provider needs it.");
  }

  @Test
  void the_command_line_wins_over_the_environment() {
    Properties commandLine = new Properties();
    commandLine.setProperty("parley.sso.acme-corp.issuer", "ftp://id.acme.example");
    assertThatThrownBy(() -> settings(commandLine, ACME))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("parley.sso.acme-corp.issuer must be an https URL");
  }

  @Test
  void the_profile_that_tries_single_sign_on_brings_its_own_provider() {
    LaunchSettings settings =
        settings(new Properties(), Map.of("PARLEY_LAUNCHER_KEYCLOAK_PORT", "8180"));
    assertThat(settings.keycloakPort()).contains(8180);
  }
}
