package dev.parley.attachment;

import static org.assertj.core.api.Assertions.assertThat;

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
    "' a b.txt ', a b.txt",
    ".profile, .profile"
  })
  void only_the_last_part_of_a_path_is_a_name(String given, String name) {
    assertThat(FileName.checked(given)).isEqualTo(name);
  }

  @Test
  void nothing_invisible_stays_in_a_name() {
    assertThat(FileName.checked("bill\u202Efdp.exe\r\nX: y\0\u200B")).isEqualTo("billfdp.exeX: y");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", ".", "..", "a/", "\u0007"})
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

  @Test
  void a_name_read_byte_by_byte_is_read_again() {
    String asBytes =
        new String("Füße.txt".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(FileName.checked(asBytes)).isEqualTo("Füße.txt");
    assertThat(FileName.checked("F\u00fc\u00dfe.txt")).isEqualTo("Füße.txt");
  }
}
