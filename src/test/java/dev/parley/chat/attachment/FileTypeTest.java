package dev.parley.chat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files are by their first bytes. */
class FileTypeTest {

  private static String typeOf(String start, String name) {
    return FileType.of(start.getBytes(StandardCharsets.ISO_8859_1), name);
  }

  @ParameterizedTest
  @CsvSource({
    "'\u0089PNG\r\n\u001a\n', x.exe, image/png",
    "'\u00ff\u00d8\u00ff\u00e0', x, image/jpeg",
    "GIF89a, x, image/gif",
    "RIFF....WEBPVP8 , x, image/webp",
    "%PDF-1.7, x.html, application/pdf",
    "'PK\u0003\u0004..', x.zip, application/zip",
    "'PK\u0003\u0004..', x.html, application/zip",
    "'PK\u0003\u0004..', x.ODT, application/vnd.oasis.opendocument.text",
    "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', x.doc, application/msword",
    "'\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', x.msi, application/octet-stream",
    "ID3, x, audio/mpeg",
    "RIFF....WAVEfmt , x, audio/wav",
    "OggS, x.png, audio/ogg",
    "....ftypisom, x, video/mp4",
    "....ftypM4A , x, audio/mp4",
    "....ftypqt  , x, video/quicktime",
    "'\u0000\u0000\u0000\u0018ftypheic', x.jpg, application/octet-stream",
    "'\u001aE\u00df\u00a3...webm', x, video/webm",
    "'hello\nworld', x.png, text/plain"
  })
  void a_known_file_is_what_its_first_bytes_say(String start, String name, String type) {
    assertThat(typeOf(start, name)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "  \n<!DOCTYPE html><script>alert(1)</script>",
        "<?xml version='1.0'?><svg/>",
        "MZ\u0000\u0001",
        "\u007fELF",
        "caf\u00e9 in another alphabet",
        ""
      })
  void anything_else_is_only_bytes(String start) {
    assertThat(typeOf(start, "x.png")).isEqualTo(FileType.UNKNOWN);
  }

  @Test
  void markup_after_a_byte_order_mark_is_no_text() {
    byte[] svg = "\ufeff<svg/>".getBytes(StandardCharsets.UTF_8);
    assertThat(FileType.of(svg, "x.txt")).isEqualTo(FileType.UNKNOWN);
  }

  @Test
  void a_text_may_be_cut_within_a_character_where_the_head_ends() {
    byte[] text = ("x" + "ü".repeat(FileType.HEAD)).getBytes(StandardCharsets.UTF_8);
    byte[] head = java.util.Arrays.copyOf(text, FileType.HEAD);
    assertThat(FileType.of(head, "x.txt")).isEqualTo("text/plain");
    assertThat(FileType.of(java.util.Arrays.copyOf(head, 100), "x")).isEqualTo(FileType.UNKNOWN);
  }
}
