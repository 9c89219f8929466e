package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.reach.webpush.PushKeyService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many starts race to make the key for push, there is one, and it stays. */
@InContainer
class PushKeyIT {
  private static final int AT_ONCE = 4;

  @Inject private PushKeyService keys;
  @Inject private ManagedExecutorService executor;

  @Test
  void all_who_make_the_key_at_once_have_the_same() throws Exception {
    CyclicBarrier start = new CyclicBarrier(AT_ONCE);
    List<Future<String>> made =
        IntStream.range(0, AT_ONCE)
            .mapToObj(
                i ->
                    executor.submit(
                        () -> {
                          start.await(60, TimeUnit.SECONDS);
                          return keys.only().toJSONString();
                        }))
            .toList();
    Set<String> different = new HashSet<>();
    for (Future<String> one : made) {
      different.add(one.get(60, TimeUnit.SECONDS));
    }
    assertThat(different).containsExactly(keys.only().toJSONString());
  }
}
