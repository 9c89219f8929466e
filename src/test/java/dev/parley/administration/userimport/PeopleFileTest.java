package dev.parley.administration.userimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a file of people: what is wrong with a line spoils that line only. */
class PeopleFileTest {

  private static List<ImportedPerson> read(String file) {
    return PeopleFile.read(file.getBytes(StandardCharsets.UTF_8), 0);
  }

  @Test
  void columns_come_in_any_order_and_only_the_username_is_needed() {
    assertThat(read("username\nada\n"))
        .containsExactly(new ImportedPerson(2, "ada", null, null, null, null));
    assertThat(read("Roles, Password ,DISPLAY_NAME,username\r\nadmin,secret words,Ada L,ada"))
        .containsExactly(new ImportedPerson(2, "ada", "Ada L", "secret words", "admin", null));
  }

  @Test
  void an_empty_field_is_none_and_a_password_is_taken_as_it_is() {
    ImportedPerson ada = read("username,display_name,password\n ada ,, two  blanks \n").get(0);
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
        .extracting(ImportedPerson::line)
        .containsExactly(5, 7, 8);
  }

  @Test
  void a_broken_line_is_told_and_the_others_are_read() {
    List<ImportedPerson> people =
        read(
            "username,display_name\nada,\"Ada\nben,Ben\ncarla\ndora,\"D\"x\nemil,E,extra\nfay,Fay\n");
    assertThat(people).extracting(ImportedPerson::line).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(people)
        .extracting(ImportedPerson::username)
        .containsExactly(null, "ben", "carla", null, null, "fay");
    assertThat(people.get(0).fault()).contains("quote");
    assertThat(people.get(3).fault()).contains("quote");
    assertThat(people.get(4).fault())
        .isEqualTo("Column 3 holds \"extra\", and the header names only 2 columns.");
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
        "username,,\"x\ny\"\nada",
        "\"username\nada"
      })
  void a_file_that_is_no_table_of_people_is_refused_as_a_whole(String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(ImportCode.BAD_FILE));
  }

  private static final ImportedPerson ADA =
      new ImportedPerson(2, "ada", "Ada Lovelace", "two  blanks ", "Admin", null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Username;Display Name;Password;Roles;;\r\nada;Ada Lovelace;two  blanks ;Admin;;\r\n;;;;;\r\n",
        "username\tdisplay_name\tpassword\troles\rada\tAda Lovelace\ttwo  blanks \tAdmin\r",
        "\"User name\" , \"DISPLAY-NAME\", \"password\" ,\"Role\"\nada, \"Ada Lovelace\" ,two  blanks ,Admin\n",
        "username;\u00a0display\u00a0name\u00a0;password;roles\n\u00a0ada\u00a0;Ada\u00a0Lovelace;two  blanks ;Admin",
        "username,display name,,password,roles,,\nada,Ada Lovelace,,two  blanks ,Admin\n,,\n\u00a0,,\n",
      })
  void what_spreadsheets_save_is_read(String file) {
    assertThat(read(file)).containsExactly(ADA);
    assertThat(read("\ufeff" + file)).containsExactly(ADA);
  }

  @Test
  void a_first_line_may_name_the_separator_and_counts_as_a_line() {
    assertThat(read("sep=;\r\nusername;display_name\r\nada;Lovelace, Ada\r\n"))
        .containsExactly(new ImportedPerson(3, "ada", "Lovelace, Ada", null, null, null));
    assertThat(read("\"sep=|\"\nusername|roles\nada|admin"))
        .containsExactly(new ImportedPerson(3, "ada", null, null, "admin", null));
    assertThatThrownBy(() -> read("sep=;\r\n")).hasMessageContaining("empty");
    assertThatThrownBy(() -> read("sep=#\nusername\nada")).hasMessageContaining("column");
  }

  @Test
  void unicode_text_of_a_spreadsheet_is_read_by_its_byte_order_mark() {
    String file = "\ufeffusername\tdisplay_name\r\nada\tÅsa Öberg 東京\r\n";
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(PeopleFile.read(file.getBytes(charset), 0))
          .extracting(ImportedPerson::displayName)
          .containsExactly("Åsa Öberg 東京");
    }
    byte[] cut = Arrays.copyOf(file.getBytes(StandardCharsets.UTF_16LE), 31);
    assertThatThrownBy(() -> PeopleFile.read(cut, 0)).hasMessageContaining("UTF-8");
  }

  @Test
  void another_encoding_than_unicode_is_refused_with_its_line_and_what_to_do() {
    byte[] windows = "username\r\nada\r\nbjörn\r\n".getBytes(Charset.forName("windows-1252"));
    assertThatThrownBy(() -> PeopleFile.read(windows, 0))
        .hasMessageContaining("Line 3")
        .hasMessageContaining("CSV UTF-8");
    assertThatThrownBy(() -> PeopleFile.read(new byte[] {'P', 'K', 3, 4, 0, 0}, 0))
        .hasMessageContaining("workbook")
        .hasMessageContaining("CSV UTF-8");
  }

  @Test
  void what_is_wrong_with_the_header_is_told_with_the_column() {
    assertThatThrownBy(() -> read("username;E-mail;roles\nada;a@b.c;"))
        .hasMessageContaining("column 2")
        .hasMessageContaining("E-mail");
    assertThatThrownBy(() -> read("username;roles;Role\nada;;")).hasMessageContaining("roles");
    assertThatThrownBy(() -> read("display name;roles\nada;"))
        .hasMessageContaining("username is missing");
  }

  @Test
  void a_cell_below_no_name_is_told_with_its_column() {
    List<ImportedPerson> people = read("username,,roles\nada,,\nben,stray,admin\n");
    assertThat(people.get(0).fault()).isNull();
    assertThat(people.get(1).fault()).isEqualTo("Column 2 holds \"stray\" and has no name.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Admin|true",
        "' USER , admin '|true",
        "user;Admin|true",
        "user\u00a0admin|true",
        "user|false",
        ",;|false"
      })
  void roles_are_divided_by_commas_semicolons_and_blanks_in_any_case(String given, boolean admin) {
    assertThat(new ImportedPerson(2, "ada", null, null, given, null).isAdmin()).isEqualTo(admin);
  }

  @Test
  void an_unknown_role_is_told_with_its_column() {
    assertThatThrownBy(
            () -> new ImportedPerson(2, "ada", null, null, "admin, King", null).isAdmin())
        .hasMessage(
            "In the column roles: there is no role \"King\". The roles are admin and user.");
    assertThat(new ImportedPerson(2, "ada", null, null, null, null).isAdmin()).isFalse();
  }

  @Test
  void there_is_a_limit_of_lines() {
    byte[] two = "username\nada\nben\n".getBytes(StandardCharsets.UTF_8);
    assertThat(PeopleFile.read(two, 2)).hasSize(2);
    assertThatThrownBy(() -> PeopleFile.read(two, 1))
        .isInstanceOfSatisfying(
            DomainException.class, e -> assertThat(e.code()).isEqualTo(ImportCode.TOO_MANY_LINES));
  }

  @Test
  void nobody_prints_a_password_by_accident() {
    assertThat(read("username,password\nada,secret words\n").get(0).toString()).isEqualTo("line 2");
  }
}
