package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that no client should send: each is answered and the session goes on. */
class LiveFramesIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'action':'fly','id':'x'}|unknown_action",
        "{'id':'x'}|invalid_input",
        "{'action':7,'id':'x'}|invalid_input",
        "[]|bad_request",
        "'text'|bad_request",
        "|bad_request",
        "{'action':|bad_request",
        "{'action':'ping'} {}|bad_request",
        "{'action':'send_request','id':'x','receiver':'\\u0000'}|invalid_input",
        "{'action':'send_request','id':'x','receiver':'\\ud800'}|invalid_input",
        "{'action':'send_request','id':'x','receiver':'nobody-of-this-name'}|unknown_user",
        "{'action':'hello','id':'x','epoch':'e','since':'7'}|invalid_input"
      })
  void a_wrong_frame_is_answered_with_an_error_and_the_session_stays_open(String line) {
    String[] parts = line.split("\\|");
    try (LiveClient live = ada.opensLiveSession()) {
      live.sends(parts[0]);
      JsonPath error = live.await("error");
      assertThat(error.getString("code")).isEqualTo(parts[1]);
      assertThat(error.getString("message")).isNotBlank();
      if (parts[0].contains("'id':'x'")) {
        assertThat(error.getString("id")).isEqualTo("x");
      }
      live.settles();
    }
  }

  @Test
  void nesting_without_end_does_not_hurt() {
    try (LiveClient live = ada.opensLiveSession()) {
      live.sends("[".repeat(65_536));
      assertThat(live.await("error").getString("code")).isEqualTo("bad_request");
      live.settles();
    }
  }
}
