package dev.parley.consent.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.problem.ProblemKind;
import dev.parley.consent.invitation.InvitationCode;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the product as they stand on the wire and in the database. */
class ConnectionWordsTest {

  @Test
  void a_status_is_its_word_and_back() {
    assertThat(Stream.of(ConnectionStatus.values()).map(ConnectionStatus::word))
        .containsExactly("pending", "approved", "rejected", "withdrawn", "expired", "removed");
    for (ConnectionStatus status : ConnectionStatus.values()) {
      assertThat(ConnectionStatus.of(status.word())).isEqualTo(status);
    }
  }

  @Test
  void a_change_is_a_word_of_the_ledger_and_an_event() {
    assertThat(Stream.of(Change.values()).map(Change::word))
        .containsExactly(
            "requested",
            "approved",
            "rejected",
            "ignored",
            "withdrawn",
            "expired",
            "removed",
            "blocked",
            "unblocked",
            "deleted");
    assertThat(Change.REQUESTED.event()).isEqualTo("connection.requested");
    assertThat(Change.WITHDRAWN.event()).isEqualTo("connection.withdrawn");
  }

  @Test
  void refusals_are_stable_words_with_a_sentence_for_people() {
    assertThat(ConnectionCode.BLOCKED_BY_YOU.word()).isEqualTo("blocked_by_you");
    assertThat(ConnectionCode.REQUEST_COOLDOWN.kind()).isEqualTo(ProblemKind.CONFLICT);
    assertThat(InvitationCode.LINK_USED_UP.kind()).isEqualTo(ProblemKind.GONE);
    assertThat(ConnectionCode.TOO_MANY_REQUESTS.kind()).isEqualTo(ProblemKind.TOO_MANY);
    assertThat(ConnectionCode.values()).allSatisfy(code -> assertThat(code.title()).endsWith("."));
    assertThat(ConnectionCode.values())
        .allSatisfy(code -> assertThat(code.title()).doesNotContainIgnoringCase("blocks you"));
  }

  @Test
  void the_lowest_id_of_an_instant_is_below_every_id_made_then_or_later() {
    Instant now = Instant.now();
    String id = com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch().toString();
    assertThat(ConnectionRepository.lowestId(now).toString()).isLessThan(id);
    assertThat(ConnectionRepository.lowestId(now.plusSeconds(60)).toString()).isGreaterThan(id);
  }
}
