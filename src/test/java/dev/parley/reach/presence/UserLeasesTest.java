package dev.parley.reach.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody's live sessions say of them together. */
class UserLeasesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final UUID ADA = UUID.randomUUID();
  private static final UUID PHONE = UUID.randomUUID();
  private static final UUID LAPTOP = UUID.randomUUID();

  private final Leases leases = new LocalLeases();

  private PresenceState stateAt(Instant time) {
    return leases.of(ADA).state(time);
  }

  @Test
  void who_has_no_session_is_offline_and_was_never_seen() {
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.OFFLINE);
    assertThat(leases.of(ADA).lastSeen(NOW)).isNull();
  }

  @Test
  void a_session_that_has_said_nothing_is_online() {
    leases.begin(ADA, PHONE);
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.ONLINE);
    assertThat(leases.of(ADA).lastSeen(NOW)).isEqualTo(NOW);
  }

  @Test
  void one_session_that_says_online_is_enough() {
    leases.begin(ADA, PHONE);
    leases.begin(ADA, LAPTOP);
    leases.say(ADA, PHONE, true);
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.ONLINE);
    leases.say(ADA, LAPTOP, true);
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.AWAY);
    leases.say(ADA, PHONE, false);
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.ONLINE);
  }

  @Test
  void a_session_that_is_over_counts_until_the_grace_is() {
    leases.begin(ADA, PHONE);
    leases.end(ADA, PHONE, NOW, GRACE);
    assertThat(stateAt(NOW.plus(GRACE).minusMillis(1))).isEqualTo(PresenceState.ONLINE);
    assertThat(stateAt(NOW.plus(GRACE))).isEqualTo(PresenceState.OFFLINE);
    assertThat(leases.of(ADA).lastSeen(NOW.plus(GRACE))).isEqualTo(NOW);
    assertThat(leases.of(ADA).isRunningOut()).isTrue();
  }

  @Test
  void one_that_had_been_silent_for_longer_than_the_grace_is_offline_at_its_end() {
    leases.begin(ADA, PHONE);
    leases.end(ADA, PHONE, NOW.minusSeconds(45), GRACE);
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.OFFLINE);
    assertThat(leases.of(ADA).lastSeen(NOW)).isEqualTo(NOW.minusSeconds(45));
  }

  @Test
  void who_reloads_is_never_offline() {
    leases.begin(ADA, PHONE);
    leases.end(ADA, PHONE, NOW, GRACE);
    leases.begin(ADA, LAPTOP);
    Instant later = NOW.plus(GRACE).plusSeconds(1);
    leases.forget(ADA, later);
    assertThat(stateAt(later)).isEqualTo(PresenceState.ONLINE);
    assertThat(leases.of(ADA).isRunningOut()).isFalse();
  }

  @Test
  void a_session_that_is_over_says_nothing_any_more_and_ends_once() {
    leases.begin(ADA, PHONE);
    leases.end(ADA, PHONE, NOW, GRACE);
    leases.say(ADA, PHONE, true);
    leases.end(ADA, PHONE, NOW.plusSeconds(5), GRACE);
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.ONLINE);
    assertThat(stateAt(NOW.plus(GRACE))).isEqualTo(PresenceState.OFFLINE);
    leases.say(ADA, LAPTOP, false);
    assertThat(stateAt(NOW.plus(GRACE))).isEqualTo(PresenceState.OFFLINE);
  }

  @Test
  void what_has_run_out_is_forgotten_and_nothing_else() {
    leases.begin(ADA, PHONE);
    leases.end(ADA, PHONE, NOW, GRACE);
    leases.forget(ADA, NOW);
    assertThat(leases.holders()).containsExactly(ADA);
    leases.forget(ADA, NOW.plus(GRACE));
    assertThat(leases.holders()).isEmpty();
  }

  @Test
  void somebody_is_here_while_a_session_that_lasts_says_so() {
    assertThat(leases.of(ADA).isHere()).isFalse();
    leases.begin(ADA, PHONE);
    assertThat(leases.of(ADA).isHere()).isTrue();
    leases.say(ADA, PHONE, true);
    assertThat(leases.of(ADA).isHere()).isFalse();
    leases.begin(ADA, LAPTOP);
    assertThat(leases.of(ADA).isHere()).isTrue();
    leases.end(ADA, LAPTOP, NOW, GRACE);
    assertThat(leases.of(ADA).isHere()).as("others are still shown that they are").isFalse();
    assertThat(stateAt(NOW)).isEqualTo(PresenceState.ONLINE);
  }
}
