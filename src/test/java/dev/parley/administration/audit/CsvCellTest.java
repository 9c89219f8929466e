package dev.parley.administration.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is exported runs in a spreadsheet. */
class CsvCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(String text) {
    assertThat(CsvCell.defused(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "a=1", " =1", "'=1", "127.0.0.1"})
  void anything_else_stays_as_it_is(String text) {
    assertThat(CsvCell.defused(text)).isEqualTo(text);
  }

  @Test
  void what_is_not_there_is_an_empty_cell() {
    assertThat(CsvCell.defused(null)).isEmpty();
    assertThat(CsvCell.defused("")).isEmpty();
  }
}
