package dev.parley.consent.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.consent.person.PersonView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The life of one relation, as each of its sides sees it. */
class UserConnectionTest {
  private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = SENT.plus(Duration.ofHours(3));
  private static final Instant END = SENT.plus(Duration.ofDays(30));
  private static final PersonView ADA = person("ada");
  private static final PersonView BEN = person("ben");

  private final UserConnection request = request(false);

  private static UserConnection request(boolean quiet) {
    return new UserConnection(UUID.randomUUID(), ADA.id(), BEN.id(), "hello", SENT, END, quiet);
  }

  private static PersonView person(String name) {
    return new PersonView(UUID.randomUUID(), name, name, null, "", "none", 0, null, false);
  }

  private static ConnectionView seenBy(PersonView viewer, UserConnection connection) {
    return connection.seenBy(viewer.id(), ADA, BEN);
  }

  @Test
  void a_new_request_is_pending_for_both() {
    for (PersonView viewer : new PersonView[] {ADA, BEN}) {
      ConnectionView view = seenBy(viewer, request);
      assertThat(view.id()).isEqualTo(request.id());
      assertThat(view.sender()).isEqualTo(ADA);
      assertThat(view.receiver()).isEqualTo(BEN);
      assertThat(view.status()).isEqualTo("pending");
      assertThat(view.note()).isEqualTo("hello");
      assertThat(view.createdAt()).isEqualTo(SENT);
      assertThat(view.updatedAt()).isEqualTo(SENT);
      assertThat(view.expiresAt()).isEqualTo(END);
      assertThat(view.version()).isEqualTo(1);
    }
    assertThat(request.isPending()).isTrue();
    assertThat(request.isQuiet()).isFalse();
  }

  @Test
  void it_involves_its_two_sides_and_nobody_else() {
    assertThat(request.involves(ADA.id())).isTrue();
    assertThat(request.involves(BEN.id())).isTrue();
    assertThat(request.involves(UUID.randomUUID())).isFalse();
    assertThat(request.otherThan(ADA.id())).isEqualTo(BEN.id());
    assertThat(request.otherThan(BEN.id())).isEqualTo(ADA.id());
  }

  @ParameterizedTest
  @EnumSource(value = ConnectionStatus.class, mode = Mode.EXCLUDE, names = "PENDING")
  void every_transition_shows_to_both_with_a_further_version(ConnectionStatus next) {
    request.become(next, LATER);
    for (PersonView viewer : new PersonView[] {ADA, BEN}) {
      ConnectionView view = seenBy(viewer, request);
      assertThat(view.status()).isEqualTo(next.word());
      assertThat(view.version()).isEqualTo(2);
      assertThat(view.updatedAt()).isEqualTo(LATER);
      assertThat(view.createdAt()).isEqualTo(SENT);
    }
    assertThat(request.isPending()).isFalse();
  }

  @Test
  void a_connection_has_no_end_but_an_ended_request_keeps_its_own() {
    request.become(ConnectionStatus.APPROVED, LATER);
    assertThat(seenBy(ADA, request).expiresAt()).isNull();

    UserConnection rejected = request(false);
    rejected.become(ConnectionStatus.REJECTED, LATER);
    assertThat(seenBy(ADA, rejected).expiresAt()).isEqualTo(END);
  }

  @Test
  void an_ignored_request_changes_for_its_receiver_alone() {
    ConnectionView sendersView = seenBy(ADA, request);
    request.quieten(LATER);
    assertThat(seenBy(ADA, request)).isEqualTo(sendersView);

    ConnectionView receiversView = seenBy(BEN, request);
    assertThat(receiversView.status()).isEqualTo("ignored");
    assertThat(receiversView.version()).isEqualTo(2);
    assertThat(receiversView.updatedAt()).isEqualTo(LATER);
    assertThat(receiversView.expiresAt()).isEqualTo(END);
    assertThat(request.isPending()).isTrue();
  }

  @Test
  void a_request_of_somebody_blocked_is_quiet_from_the_start() {
    UserConnection quiet = request(true);
    assertThat(seenBy(BEN, quiet).status()).isEqualTo("ignored");
    assertThat(seenBy(ADA, quiet).status()).isEqualTo("pending");
  }

  @ParameterizedTest
  @EnumSource(value = ConnectionStatus.class, mode = Mode.EXCLUDE, names = "PENDING")
  void whatever_ends_an_ignored_request_ends_its_quiet(ConnectionStatus next) {
    request.quieten(LATER);
    request.become(next, LATER.plusSeconds(1));
    assertThat(request.isQuiet()).isFalse();
    assertThat(seenBy(BEN, request).status()).isEqualTo(next.word());
    assertThat(seenBy(BEN, request).version()).isEqualTo(3);
    assertThat(seenBy(ADA, request).version()).isEqualTo(2);
  }

  @Test
  void a_removed_connection_has_been_through_three_versions() {
    request.become(ConnectionStatus.APPROVED, LATER);
    request.become(ConnectionStatus.REMOVED, LATER.plusSeconds(1));
    assertThat(seenBy(ADA, request).version()).isEqualTo(3);
    assertThat(seenBy(BEN, request).status()).isEqualTo("removed");
  }
}
