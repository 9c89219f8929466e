package dev.parley.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Patch;
import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPreferencesTest {
  private final UserPreferences choices = new UserPreferences();

  private Settings changed(String json) {
    choices.change(
        new SettingsPatch(Patch.of(Json.createReader(new StringReader(json)).readValue())));
    return choices.settings();
  }

  @Test
  void everything_is_on_until_it_is_switched_off() {
    assertThat(choices.settings().notificationKinds()).hasSize(4).doesNotContainValue(false);
    Settings without = changed("{\"notification_kinds\":{\"connection.rejected\":false}}");
    assertThat(without.wants("connection.rejected")).isFalse();
    assertThat(without.wants("connection.requested")).isTrue();
    Settings again = changed("{\"notification_kinds\":{\"connection.rejected\":true}}");
    assertThat(again.wants("connection.rejected")).isTrue();
    assertThat(again.version()).isEqualTo(3);
  }

  @Test
  void what_is_absent_stays_and_null_ends_the_quiet_hours() {
    changed(
        "{\"theme\":\"dark\",\"quiet_hours\":{\"from\":\"22:00\",\"to\":\"06:00\",\"time_zone\":\"UTC\"}}");
    assertThat(changed("{}").quietHours()).isEqualTo(new QuietHours("22:00", "06:00", "UTC"));
    assertThat(changed("{\"quiet_hours\":null}").quietHours()).isNull();
    assertThat(choices.settings().theme()).isEqualTo("dark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"theme\":\"pink\"}",
        "{\"theme\":null}",
        "{\"locale\":\"e\"}",
        "{\"locale\":\"en_US\"}",
        "{\"discoverable\":\"true\"}",
        "{\"who_may_request_me\":\"EVERYONE\"}",
        "[]",
        "{\"quiet_hours\":{\"from\":\"9:00\",\"to\":\"10:00\",\"time_zone\":\"UTC\"}}",
        "{\"quiet_hours\":{\"from\":\"09:00\",\"to\":\"10:00\",\"time_zone\":\"\"}}"
      })
  void what_makes_no_sense_is_refused(String json) {
    assertThatThrownBy(() -> changed(json)).isInstanceOf(DomainException.class);
  }

  @Test
  void nobody_is_found_by_nobody() {
    assertThat(UserPreferences.ofNobody().discoverable()).isFalse();
    assertThat(UserPreferences.ofNobody().whoMayRequestMe()).isEqualTo(WhoMayRequest.NOBODY);
  }
}
