package dev.parley.reach.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of the bell list. */
class NotificationTextTest {

  @ParameterizedTest
  @CsvSource({
    "connection.requested, Ada wants to connect with you",
    "connection.approved, You and Ada are connected",
    "connection.rejected, Ada declined your connection request"
  })
  void each_kind_says_who_did_what(String kind, String text) {
    assertThat(NotificationService.text(kind, "Ada")).isEqualTo(text);
  }
}
