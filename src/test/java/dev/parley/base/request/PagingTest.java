package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of a list a call asks for. */
class PagingTest {

  @Test
  void a_page_has_fifty_items_unless_told_and_two_hundred_at_most() {
    assertThat(Paging.of(null, null).limit()).isEqualTo(50);
    assertThat(Paging.of("7", null).limit()).isEqualTo(7);
    assertThat(Paging.of("200", null).limit()).isEqualTo(200);
    assertThat(Paging.of("201", null).limit()).isEqualTo(200);
    assertThat(Paging.of("9".repeat(30), null).limit()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00", "-1", "+1", "", " 7", "x", "1.5", "1e3", "٣"})
  void a_limit_that_makes_no_sense_is_refused(String limit) {
    assertThatThrownBy(() -> Paging.of(limit, null))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(CommonCode.BAD_REQUEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "", "AA", "ä"})
  void a_cursor_that_is_none_of_ours_is_refused(String cursor) {
    assertThatThrownBy(() -> Paging.of(null, cursor)).isInstanceOf(DomainException.class);
  }

  @Test
  void a_cursor_leads_on_from_the_last_item_of_a_page() {
    List<Integer> found = IntStream.rangeClosed(1, 4).boxed().toList();
    Paging first = Paging.of("3", null);
    assertThat(first.page(found)).containsExactly(1, 2, 3);

    Paging second = Paging.of("3", first.next(found, item -> item));
    Integer last = second.after(Integer::valueOf);
    assertThat(last).isEqualTo(3);
    assertThat(second.page(List.of(4))).containsExactly(4);
    assertThat(second.next(List.of(4), item -> item)).isNull();
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    String cursor = Paging.of("1", null).next(List.of("ada", "ben"), item -> item);
    assertThatThrownBy(() -> Paging.of(null, cursor).after(UUID::fromString))
        .isInstanceOf(DomainException.class);
  }
}
