package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.problem.QuietLog;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A dead socket touches nobody: whatever is handed to many reaches all the others. */
class FanOutTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(FanOut.class);

  private final UUID user = UUID.randomUUID();
  private final TestSocket first = TestSocket.of(user);
  private final TestSocket dead = TestSocket.of(user).dies();
  private final TestSocket last = TestSocket.of(user);
  private final List<LiveSession> all =
      Stream.of(first, dead, last).map(TestSocket::session).toList();
  private final List<LiveSession> closed = new ArrayList<>();
  private final FanOut fanOut = new FanOut(closed::add);

  @Test
  void a_dead_socket_costs_no_later_hearer_their_signal() {
    fanOut.toEach(all, session -> session.signal("typing"));
    assertThat(first.sent()).containsExactly("welcome", "typing");
    assertThat(last.sent()).containsExactly("welcome", "typing");
    assertThat(dead.isClosed()).isTrue();
  }

  @Test
  void a_dead_socket_costs_its_users_other_sessions_no_event() {
    fanOut.toEach(all, session -> session.deliverAtOnce(1, "event", false, 0));
    assertThat(first.sent()).containsExactly("welcome", "event");
    assertThat(last.sent()).containsExactly("welcome", "event");
    assertThat(dead.isClosed()).isTrue();
  }

  @Test
  void one_that_fails_in_whatever_way_is_closed_and_no_other() {
    fanOut.toEach(
        all,
        session -> {
          if (session == dead.session()) {
            throw new StackOverflowError();
          }
          session.send("frame");
        });
    assertThat(closed).containsExactly(dead.session());
    assertThat(last.sent()).containsExactly("welcome", "frame");
  }

  @Test
  void one_that_cannot_even_be_closed_costs_no_other_anything() {
    FanOut helpless =
        new FanOut(
            session -> {
              throw new IllegalStateException("cannot be closed");
            });
    helpless.toEach(
        all,
        session -> {
          if (session == first.session()) {
            throw new IllegalStateException("fails");
          }
          session.send("frame");
        });
    assertThat(last.sent()).containsExactly("welcome", "frame");
  }
}
