package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(1, 1);

  @Test
  void whoever_finds_no_room_is_told_when_to_come_back() {
    Turns full = new Turns(1, 0);
    full.take(
        () -> {
          assertThatThrownBy(() -> full.take(() -> 1))
              .isInstanceOfSatisfying(
                  DomainException.class,
                  e -> {
                    assertThat(e.code()).isEqualTo(CommonCode.BUSY);
                    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(2));
                  });
          return null;
        });
    assertThat(full.take(() -> 2)).isEqualTo(2);
  }

  @Test
  void work_that_fails_gives_its_place_back() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        throw new IllegalStateException("failed");
                      }))
          .hasMessage("failed");
    }
    assertThat(turns.take(() -> 3)).isEqualTo(3);
  }

  @Test
  void work_beside_never_takes_all_of_the_room() {
    Turns many = new Turns(1, 1);
    Turns few = many.beside(1, 0);
    few.take(
        () -> {
          assertThatThrownBy(() -> few.take(() -> 1)).isInstanceOf(DomainException.class);
          return many.take(() -> 2);
        });
  }

  @Test
  void work_beside_waits_in_the_same_room() {
    Turns full = new Turns(1, 0);
    Turns beside = full.beside(1, 5);
    full.take(
        () -> {
          assertThatThrownBy(() -> beside.take(() -> 1)).isInstanceOf(DomainException.class);
          return 2;
        });
  }
}
