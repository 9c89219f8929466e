package dev.parley.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of providers: which there are, and what is said when one is wrong or missing. */
class ProviderConfigurationKeysTest {
  private static final Map<String, String> WHOLE =
      Map.of(
          "parley.sso.providers", "acme, big-corp",
          "parley.sso.acme.issuer", "https://id.acme.example",
          "parley.sso.acme.client-id", "parley",
          "parley.sso.acme.admin-group", "chat admins",
          "parley.sso.big-corp.issuer", "http://localhost:8180/realms/parley",
          "parley.sso.big-corp.client-id", "parley");

  private static String faultWith(String key, String value) {
    Map<String, String> given = new java.util.TreeMap<>(WHOLE);
    given.put(key, value);
    return ConfigurationKey.firstFault(given).orElse("none");
  }

  @Test
  void whole_providers_have_no_fault() {
    assertThat(ConfigurationKey.firstFault(WHOLE)).isEmpty();
    assertThat(ProviderConfigurationKeys.of("acme,big-corp"))
        .contains("parley.sso.acme.issuer", "parley.sso.big-corp.groups-claim")
        .hasSize(12);
    assertThat(ProviderConfigurationKeys.of("")).isEmpty();
  }

  @Test
  void a_provider_needs_its_issuer_and_its_client() {
    assertThat(faultWith("parley.sso.providers", "acme,big-corp,small"))
        .isEqualTo(
            "The configuration key parley.sso.small.issuer is missing; each provider needs it.");
    assertThat(faultWith("parley.sso.acme.client-id", " "))
        .isEqualTo(
            "The configuration key parley.sso.acme.client-id is missing; each provider needs it.");
  }

  @Test
  void a_key_of_a_provider_that_is_not_named_is_a_fault() {
    assertThat(faultWith("parley.sso.acne.label", "Acme"))
        .isEqualTo(
            "The configuration key parley.sso.acne.label is of no provider that parley.sso.providers names.");
  }

  @Test
  void a_key_that_no_provider_has_is_a_fault() {
    assertThat(faultWith("parley.sso.acme.secret", "x"))
        .isEqualTo("There is no configuration key parley.sso.acme.secret.");
    assertThat(faultWith("parley.sso.<id>.label", "x"))
        .isEqualTo("There is no configuration key parley.sso.<id>.label.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id.acme.example",
        "ftp://id.acme.example",
        "http://id.acme.example",
        "https://id.acme.example?realm=x",
        "https://id.acme.example#x",
        "https://me@id.acme.example",
        "http://[",
        "https:///realms"
      })
  void an_issuer_that_cannot_be_trusted_is_a_fault(String issuer) {
    assertThat(faultWith("parley.sso.acme.issuer", issuer))
        .startsWith("The configuration key parley.sso.acme.issuer must be an https URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.acme.example/",
        "https://id.acme.example/realms/acme",
        "http://127.0.0.1:8180/realms/acme",
        "http://[::1]:8180",
        "http://keycloak.localhost:8180"
      })
  void an_issuer_by_tls_or_on_this_machine_is_sound(String issuer) {
    assertThat(faultWith("parley.sso.acme.issuer", issuer)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "acme,acme", "acme,", "a b", "-acme", "acme;corp"})
  void ids_are_simple_and_each_stands_once(String ids) {
    assertThat(faultWith("parley.sso.providers", ids))
        .isEqualTo(
            "The configuration key parley.sso.providers must be ids of a-z, 0-9 and -, comma separated, each once, not \""
                + ids
                + "\".");
  }

  @Test
  void scopes_have_openid_among_them() {
    assertThat(faultWith("parley.sso.acme.scopes", "profile email"))
        .startsWith("The configuration key parley.sso.acme.scopes must be scopes with openid");
    assertThat(faultWith("parley.sso.acme.scopes", "openid groups")).isEqualTo("none");
  }

  @Test
  void the_environment_names_a_providers_keys_as_all_others() {
    assertThat(ProviderConfigurationKeys.environmentName("parley.sso.big-corp.client-id"))
        .isEqualTo("PARLEY_SSO_BIG_CORP_CLIENT_ID");
  }

  @Test
  void defaults_are_those_of_the_pattern() {
    DefaultConfiguration defaults = new DefaultConfiguration();
    assertThat(defaults.getValue("parley.sso.acme.scopes")).isEqualTo("openid profile");
    assertThat(defaults.getValue("parley.sso.acme.groups-claim")).isEqualTo("groups");
    assertThat(defaults.getValue("parley.sso.acme.label")).isNull();
    assertThat(defaults.getValue("parley.sso.acme.no-such-key")).isNull();
    assertThat(defaults.getPropertyNames()).noneMatch(name -> name.contains("<"));
  }
}
