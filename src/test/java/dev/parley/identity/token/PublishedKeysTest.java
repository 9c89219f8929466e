package dev.parley.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.reach.live.MovingClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However many ask for the keys, the database is asked once in a while. */
class PublishedKeysTest {
  private final MovingClock clock = new MovingClock();
  private final AtomicInteger read = new AtomicInteger();
  private final PublishedKeys keys =
      new PublishedKeys(() -> "read " + read.incrementAndGet(), clock);

  @Test
  void whoever_asks_soon_after_sees_what_was_read() {
    for (int i = 0; i < 100; i++) {
      assertThat(keys.all()).isEqualTo("read 1");
    }
    clock.moves(Duration.ofMillis(9_999));
    assertThat(keys.all()).isEqualTo("read 1");
  }

  @Test
  void what_other_nodes_have_published_is_seen_after_ten_seconds() {
    assertThat(keys.all()).isEqualTo("read 1");
    clock.moves(Duration.ofSeconds(10));
    assertThat(keys.all()).isEqualTo("read 2");
  }

  @Test
  void what_this_node_publishes_is_seen_at_once() {
    assertThat(keys.all()).isEqualTo("read 1");
    keys.published(new KeysPublished("renewed"));
    assertThat(keys.all()).isEqualTo("renewed");
    clock.moves(Duration.ofSeconds(10));
    assertThat(keys.all()).isEqualTo("read 2");
  }
}
