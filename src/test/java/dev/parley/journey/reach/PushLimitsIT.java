package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.Mailbox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.StrictServer;
import dev.parley.journey.Subscriber;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Only so many browsers of a person are pushed to, and only so many pushes wait. */
@ResourceLock("the strict server")
class PushLimitsIT {
  private final ParleyServer server = StrictServer.shared();
  private final People people = new People(server);
  private final Person ben = people.register("ben");

  @Test
  void of_too_many_browsers_the_oldest_gives_way() {
    Subscriber oldest = Subscriber.of(ben);
    Subscriber second = Subscriber.of(ben);
    assertThat(StrictServer.BROWSERS).isEqualTo(2);
    assertThat(oldest.isKnownTo(server)).isTrue();
    Subscriber third = Subscriber.of(ben);
    assertThat(oldest.isKnownTo(server)).isFalse();
    assertThat(second.isKnownTo(server)).isTrue();
    assertThat(third.isKnownTo(server)).isTrue();
  }

  @Test
  void pushes_for_which_there_is_no_room_are_dropped_and_counted() {
    Mailbox mailbox = Subscriber.of(ben).mailbox();
    double dropped = pushes("dropped");
    mailbox.fallsSilent();
    try {
      for (int i = 0; i < StrictServer.PUSHES + 2; i++) {
        people.register("ada").requestsConnectionTo(ben);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> pushes("dropped") >= dropped + 2);
    } finally {
      mailbox.speaksAgain();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> told(mailbox) == StrictServer.PUSHES);
  }

  /** Of how many things a browser was told. */
  private static long told(Mailbox mailbox) {
    return mailbox.deliveries().stream().map(each -> each.header("Topic")).distinct().count();
  }

  private double pushes(String kind) {
    return people
        .administrator()
        .call()
        .accept("text/plain")
        .get(server.base() + "/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("parley_pushes_" + kind + "_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
