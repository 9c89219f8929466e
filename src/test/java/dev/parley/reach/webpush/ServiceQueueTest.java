package dev.parley.reach.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In which order pushes go to a service. */
class ServiceQueueTest {
  private static final int MOST = 3;

  private final ServiceQueue lane = new ServiceQueue(MOST);
  private final UUID phone = UUID.randomUUID();
  private final UUID laptop = UUID.randomUUID();

  private static Push push(UUID browser, String topic, String text) {
    return new Push(
        new PushPayload(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), topic, false),
        new Subscription(browser, URI.create("https://push.example.org/x"), null),
        Instant.EPOCH,
        0);
  }

  private String next() {
    return lane.next()
        .map(push -> new String(push.payload().payload(), java.nio.charset.StandardCharsets.UTF_8))
        .orElse(null);
  }

  @Test
  void a_browser_gets_one_after_the_other_in_their_order() {
    Push first = push(phone, "a", "first");
    lane.add(first);
    lane.add(push(phone, "b", "second"));
    assertThat(next()).isEqualTo("first");
    assertThat(next()).isNull();
    lane.answered();
    assertThat(next()).as("while it is open what becomes of the first").isNull();
    lane.settled(first);
    assertThat(next()).isEqualTo("second");
  }

  @Test
  void browsers_do_not_wait_for_each_other() {
    lane.add(push(phone, "a", "to the phone"));
    lane.add(push(laptop, "a", "to the laptop"));
    assertThat(next()).isEqualTo("to the phone");
    assertThat(next()).isEqualTo("to the laptop");
  }

  @Test
  void a_newer_one_takes_the_place_of_one_that_waits() {
    Push first = push(phone, "other", "under way");
    lane.add(first);
    assertThat(next()).isEqualTo("under way");
    lane.add(push(phone, "chat", "older"));
    lane.add(push(laptop, "chat", "to the laptop"));
    lane.add(push(phone, "chat", "newer"));
    assertThat(lane.size()).isEqualTo(3);
    lane.answered();
    lane.settled(first);
    assertThat(next()).isEqualTo("to the laptop");
    assertThat(next()).isEqualTo("newer");
    assertThat(next()).isNull();
  }

  @Test
  void one_that_goes_again_gives_way_to_a_newer_one() {
    Push old = push(phone, "chat", "old");
    lane.add(old);
    assertThat(next()).isEqualTo("old");
    lane.answered();
    lane.add(push(phone, "chat", "new"));
    lane.again(old);
    assertThat(next()).isEqualTo("new");
    assertThat(lane.size()).isEqualTo(1);
  }

  @Test
  void only_so_many_are_under_way_at_a_time() {
    for (int i = 0; i <= MOST; i++) {
      lane.add(push(UUID.randomUUID(), "a", "push " + i));
    }
    for (int i = 0; i < MOST; i++) {
      assertThat(next()).isEqualTo("push " + i);
    }
    assertThat(next()).isNull();
    lane.answered();
    assertThat(next()).isEqualTo("push " + MOST);
  }

  @Test
  void a_browser_that_is_gone_gets_nothing_more() {
    Push first = push(phone, "a", "first");
    lane.add(first);
    assertThat(next()).isEqualTo("first");
    lane.add(push(phone, "b", "second"));
    lane.add(push(laptop, "b", "to the laptop"));
    lane.answered();
    lane.settled(first);
    lane.forget(phone);
    assertThat(next()).isEqualTo("to the laptop");
    assertThat(next()).isNull();
  }
}
