package dev.parley.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.problem.DomainException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a file of people: what is wrong with a line spoils that line only. */
class PeopleFileTest {

  private static List<Newcomer> read(String file) {
    return PeopleFile.read(file.getBytes(StandardCharsets.UTF_8), 0);
  }

  @Test
  void columns_come_in_any_order_and_only_the_username_is_needed() {
    assertThat(read("username\nada\n"))
        .containsExactly(new Newcomer(2, "ada", null, null, null, null));
    assertThat(read("Roles, Password ,DISPLAY_NAME,username\r\nadmin,secret words,Ada L,ada"))
        .containsExactly(new Newcomer(2, "ada", "Ada L", "secret words", "admin", null));
  }

  @Test
  void an_empty_field_is_none_and_a_password_is_taken_as_it_is() {
    Newcomer ada = read("username,display_name,password\n ada ,, two  blanks \n").get(0);
    assertThat(ada.username()).isEqualTo("ada");
    assertThat(ada.displayName()).isNull();
    assertThat(ada.password()).isEqualTo(" two  blanks ");
  }

  @Test
  void quotes_semicolons_and_a_byte_order_mark_are_understood() {
    assertThat(
            read("\ufeffusername;display_name\nada;\"Lovelace; \"\"Ada\"\"\"\n")
                .get(0)
                .displayName())
        .isEqualTo("Lovelace; \"Ada\"");
    assertThat(read("username,display_name\nada,a;b").get(0).displayName()).isEqualTo("a;b");
  }

  @Test
  void lines_keep_their_numbers_and_empty_ones_do_not_count() {
    assertThat(read("\n\nusername\n\nada\r\n\r\nben\rcarla\n"))
        .extracting(Newcomer::line)
        .containsExactly(5, 7, 8);
  }

  @Test
  void a_broken_line_is_told_and_the_others_are_read() {
    List<Newcomer> people =
        read(
            "username,display_name\nada,\"Ada\nben,Ben\ncarla\ndora,\"D\"x\nemil,E,extra\nfay,Fay\n");
    assertThat(people).extracting(Newcomer::line).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(people)
        .extracting(Newcomer::username)
        .containsExactly(null, "ben", null, null, null, "fay");
    assertThat(people.get(0).fault()).contains("quote");
    assertThat(people.get(2).fault()).isEqualTo("This line has 1 fields and the header 2.");
    assertThat(people.get(3).fault()).contains("quote");
    assertThat(people.get(4).fault()).isEqualTo("This line has 3 fields and the header 2.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n \n",
        "username\n",
        "name\nada",
        "display_name\nAda",
        "username,username\na,b",
        "username,\nada,",
        "\"username\nada"
      })
  void a_file_that_is_no_table_of_people_is_refused_as_a_whole(String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(EnrolmentCode.BAD_FILE));
  }

  @Test
  void another_encoding_than_utf_8_is_refused() {
    assertThatThrownBy(
            () -> PeopleFile.read("username\nadä".getBytes(StandardCharsets.ISO_8859_1), 0))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void there_is_a_limit_of_lines() {
    byte[] two = "username\nada\nben\n".getBytes(StandardCharsets.UTF_8);
    assertThat(PeopleFile.read(two, 2)).hasSize(2);
    assertThatThrownBy(() -> PeopleFile.read(two, 1))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> assertThat(e.code()).isEqualTo(EnrolmentCode.TOO_MANY_LINES));
  }

  @Test
  void nobody_prints_a_password_by_accident() {
    assertThat(read("username,password\nada,secret words\n").get(0).toString()).isEqualTo("line 2");
  }
}
