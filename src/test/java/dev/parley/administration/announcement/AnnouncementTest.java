package dev.parley.administration.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be announced, and when it stands. */
class AnnouncementTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"-1,scheduled", "0,current", "59,current", "60,over", "3600,over"})
  void it_stands_from_its_beginning_up_to_its_end(int seconds, String state) {
    assertThat(Announcement.state(NOON, NOON.plusSeconds(60), NOON.plusSeconds(seconds)))
        .isEqualTo(state);
  }

  @Test
  void without_an_end_it_stands_for_ever() {
    assertThat(Announcement.state(NOON, null, Instant.MAX)).isEqualTo("current");
  }

  @Test
  void without_a_beginning_it_begins_now() {
    assertThat(AnnouncementText.checked(" Lunch \n", "info", null, null, NOON))
        .isEqualTo(new AnnouncementText("Lunch", "info", NOON, null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'',info,-,-",
        "-,info,-,-",
        "Lunch,loud,-,-",
        "Lunch,-,-,-",
        "Lunch,info,noon,-",
        "Lunch,info,-,2026-01-31T12:00:00Z",
        "Lunch,info,2026-01-31T14:00:00Z,2026-01-31T13:00:00Z",
        "Lunch,info,2026-01-31T10:00:00Z,2026-01-31T11:00:00Z"
      })
  void what_makes_no_sense_is_refused(String text, String level, String from, String to) {
    assertThatThrownBy(() -> AnnouncementText.checked(text, level, from, to, NOON))
        .isInstanceOf(DomainException.class);
  }
}
