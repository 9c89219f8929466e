package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.journal.FreshEvent;
import dev.parley.base.journal.JournalEvent;
import dev.parley.server.http.JsonFormat;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frame does not tell by its form whether its event was read or pushed at once. */
class FreshEventsTest {
  private final JsonFormat json = new JsonFormat();

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-01T00:00:00Z", "2026-01-01T00:00:00.12Z", "2026-01-01T00:00:00.123456Z"})
  void an_event_is_the_same_bytes_read_and_pushed_at_once(String time) {
    Instant at = Instant.parse(time);
    FreshEvent fresh =
        new FreshEvent(UUID.randomUUID(), 7, "connection.removed", at, "{\"version\":3}");
    JournalEvent read =
        new JournalEvent(JournalEvent.FRAME, 7, "connection.removed", at, Map.of("version", 3));
    assertThat(FreshEvents.frame(fresh))
        .isEqualTo(json.getContext(JournalEvent.class).toJson(read));
  }

  @Test
  void what_may_not_be_seen_any_more_is_in_the_same_order() {
    JournalEvent gone =
        new JournalEvent(JournalEvent.FRAME, 7, "message.sent", Instant.EPOCH, null);
    assertThat(json.getContext(JournalEvent.class).toJson(gone))
        .startsWith("{\"type\":\"event\",\"seq\":7,\"event\":\"message.sent\",\"at\":\"")
        .endsWith(",\"data\":null}");
  }
}
