package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.journal.JournalEvent;
import dev.parley.consent.connection.ConnectionView;
import dev.parley.consent.person.PersonView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The original demo's clients are told of what the other side did, in the demo's own words. */
class DemoFramesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final PersonView ann = person("ann");
  private final PersonView ben = person("ben");
  private final ConnectionView request =
      new ConnectionView(UUID.randomUUID(), ann, ben, "pending", "", NOW, NOW, NOW, 1);

  @Test
  void the_receiver_hears_of_a_request_and_the_sender_knows() {
    assertThat(told(ben, "connection.requested")).hasValue("New connection request from ann");
    assertThat(told(ann, "connection.requested")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"connection.approved,accepted", "connection.rejected,rejected"})
  void the_sender_hears_of_the_answer_and_the_receiver_knows(String event, String word) {
    assertThat(told(ann, event)).hasValue("ben " + word + " your connection request");
    assertThat(told(ben, event)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection.ignored",
        "connection.withdrawn",
        "connection.expired",
        "connection.removed"
      })
  void of_nothing_else_anybody_hears(String event) {
    assertThat(told(ann, event)).isEmpty();
    assertThat(told(ben, event)).isEmpty();
  }

  @Test
  void what_may_not_be_seen_any_more_is_not_told() {
    JournalEvent gone = event("connection.requested", null);
    assertThat(DemoFrames.sentence(ben.id(), gone)).isEmpty();
  }

  private Optional<String> told(PersonView viewer, String event) {
    return DemoFrames.sentence(viewer.id(), event(event, request));
  }

  private static JournalEvent event(String event, Object data) {
    return new JournalEvent(JournalEvent.FRAME, 1, event, NOW, data);
  }

  private static PersonView person(String username) {
    return new PersonView(
        UUID.randomUUID(), username, username, null, null, "none", 0, null, false);
  }
}
