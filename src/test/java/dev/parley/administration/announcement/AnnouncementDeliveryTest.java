package dev.parley.administration.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.problem.QuietLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever is here is told once; of whoever has gone nothing is kept. */
class AnnouncementDeliveryTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(AnnouncementDelivery.class);

  private final Set<UUID> done = new HashSet<>();
  private final List<UUID> told = new ArrayList<>();

  @Test
  void whoever_stays_is_told_once() {
    Set<UUID> here = people(3);
    tell(here);
    tell(here);
    assertThat(told).containsExactlyInAnyOrderElementsOf(here);
  }

  @Test
  void as_many_are_remembered_as_are_here() {
    for (int i = 0; i < 5; i++) {
      tell(people(3));
    }
    assertThat(told).hasSize(15).doesNotHaveDuplicates();
    assertThat(done).hasSize(3);
  }

  @Test
  void a_crowd_is_told_in_parts_and_one_that_fails_costs_no_other() {
    List<Integer> parts = new ArrayList<>();
    AnnouncementDelivery.few(
        people(450),
        done,
        some -> {
          parts.add(some.size());
          if (parts.size() == 1) {
            throw new IllegalStateException("fails");
          }
        });
    assertThat(parts).containsExactly(200, 200, 50);
    assertThat(done).hasSize(250);
  }

  private void tell(Set<UUID> here) {
    AnnouncementDelivery.few(here, done, (Collection<UUID> some) -> told.addAll(some));
  }

  private static Set<UUID> people(int many) {
    return Stream.generate(UUID::randomUUID).limit(many).collect(Collectors.toSet());
  }
}
