package dev.parley.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is here is told once; of whoever has gone nothing is kept. */
class HeraldsTest {
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
  void a_crowd_is_told_in_parts_and_only_those_who_were_are_done() {
    List<Integer> parts = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Heralds.few(
                    people(450),
                    done,
                    some -> {
                      parts.add(some.size());
                      if (parts.size() == 3) {
                        throw new IllegalStateException("gone");
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(parts).containsExactly(200, 200, 50);
    assertThat(done).hasSize(400);
  }

  private void tell(Set<UUID> here) {
    Heralds.few(here, done, (Collection<UUID> some) -> told.addAll(some));
  }

  private static Set<UUID> people(int many) {
    return Stream.generate(UUID::randomUUID).limit(many).collect(Collectors.toSet());
  }
}
