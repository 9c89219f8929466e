package dev.parley.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody who is known elsewhere is called here. */
class SuggestedUsernameTest {

  private static List<String> first(String wanted) {
    return SuggestedUsername.usernames(wanted).limit(2).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ada, ada",
    "Ada.Okafor, ada.okafor",
    "ada@example.org, ada",
    "Zoë Müller, zoe-muller",
    "-_ada_-, ada",
    "ÅSA, asa",
    "a, a-person",
    "Ada O'Hara, ada-o-hara",
    "averyveryverylongnamethatnobodycanremember, averyveryverylongnamethatnobodyc",
  })
  void a_name_is_folded_to_the_rule(String wanted, String username) {
    assertThat(first(wanted)).first().isEqualTo(username);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Андрей", "....", "@example.org", "李", "\0\n"})
  void of_a_name_without_a_letter_that_counts_a_person_is_left(String wanted) {
    assertThat(first(wanted)).allSatisfy(name -> assertThat(Username.isOne(name)).isTrue());
  }

  @Test
  void a_taken_name_gets_a_suffix_and_stays_within_the_length() {
    assertThat(first("ada")).containsExactly("ada", "ada-2");
    assertThat(SuggestedUsername.usernames("a".repeat(40)).skip(1))
        .startsWith("a".repeat(26) + "-2")
        .allSatisfy(name -> assertThat(Username.isOne(name)).isTrue());
  }

  @Test
  void nobody_gets_the_name_of_a_deleted_account() {
    assertThat(first("deleted-0123456789ab")).first().isEqualTo("deleted-0123456789ab-2");
  }

  @Test
  void a_display_name_is_one_line_of_whole_characters() {
    assertThat(SuggestedUsername.display(" Ada\nOkafor\u0007 ")).isEqualTo("Ada Okafor");
    assertThat(SuggestedUsername.display("\ud83d\ude00".repeat(70)))
        .isEqualTo("\ud83d\ude00".repeat(64));
    assertThat(SuggestedUsername.display("half \ud83d")).isEqualTo("half");
    assertThat(SuggestedUsername.display("")).isEmpty();
  }
}
