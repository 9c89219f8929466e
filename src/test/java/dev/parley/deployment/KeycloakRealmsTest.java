package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The realm to try with and the one beside the containers mean the same client of Parley. */
class KeycloakRealmsTest {
  private static final Set<String> OF_THE_TRIAL_ONLY = Set.of("displayName", "users");

  private final JsonObject trial = realm("keycloak/parley-realm.json");
  private final JsonObject container = realm("docker/realm.json");

  private static JsonObject realm(String file) {
    return JsonParser.parseString(ServerConfig.text(file)).getAsJsonObject();
  }

  @Test
  void they_differ_in_their_name_and_in_people_only() {
    assertThat(shared(container)).isEqualTo(shared(trial));
  }

  private static JsonObject shared(JsonObject realm) {
    JsonObject shared = realm.deepCopy();
    OF_THE_TRIAL_ONLY.forEach(shared::remove);
    return shared;
  }

  @Test
  void nobody_is_in_the_realm_of_the_containers_until_somebody_is_made() {
    assertThat(trial.getAsJsonArray("users")).isNotEmpty();
    assertThat(container.has("users")).isFalse();
    assertThat(ServerConfig.text("docker/realm.json")).doesNotContain("credentials");
  }

  @Test
  void their_client_is_the_one_that_the_compose_file_tells_parley_of() {
    String compose = ServerConfig.text("docker/compose.yaml");
    JsonObject client = container.getAsJsonArray("clients").get(0).getAsJsonObject();
    assertThat(compose)
        .containsPattern(
            "PARLEY_SSO_KEYCLOAK_CLIENT_ID: " + client.get("clientId").getAsString() + "\\b");
  }
}
