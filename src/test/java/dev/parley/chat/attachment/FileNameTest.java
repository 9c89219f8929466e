package dev.parley.chat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files may be called. */
class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "holiday.jpg, holiday.jpg",
    "../../etc/passwd, passwd",
    "C:\\Users\\ada\\plan.pdf, plan.pdf",
    "写真 1.png, 写真 1.png",
    "C:\\fakepath\\x.txt, x.txt",
    "' a b.txt ', a b.txt",
    ".profile, .profile"
  })
  void only_the_last_part_of_a_path_is_a_name(String given, String name) {
    assertThat(FileName.checked(given)).isEqualTo(name);
  }

  @Test
  void marks_of_direction_controls_and_halves_of_characters_go() {
    assertThat(FileName.checked("bill\u202Efdp.exe\r\nX: y\0\u2069")).isEqualTo("billfdp.exeX: y");
    assertThat(FileName.checked("\u200fa\ud83d\u061cb\u2028.txt")).isEqualTo("ab.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "می\u200cروم.txt",
        "👨\u200d👩\u200d👧.txt",
        "🫠.txt",
        "\ud83e\udede.txt",
        "❤\ufe0f.txt",
        "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f.txt",
        "Cafe\u0301.txt",
        "co\u00adop.txt",
        "con.txt",
        "a.tar.gz.",
        "%2F+*.txt"
      })
  void every_letter_of_a_name_stays(String name) {
    assertThat(FileName.checked(name)).isEqualTo(name);
    assertThat(URLDecoder.decode(FileName.encoded(name), StandardCharsets.UTF_8)).isEqualTo(name);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", ".", "..", "a/", "\u0007", "\u200b\u3164", "..\u202e."})
  void what_has_no_name_is_a_file(String given) {
    assertThat(FileName.checked(given)).isEqualTo("file");
  }

  @Test
  void a_long_name_keeps_its_ending() {
    String name = FileName.checked("😀".repeat(300) + ".jpeg");
    assertThat(name.codePointCount(0, name.length())).isEqualTo(255);
    assertThat(name).startsWith("😀😀").endsWith("😀.jpeg");
    assertThat(FileName.checked("x".repeat(300))).isEqualTo("x".repeat(255));
  }
}
