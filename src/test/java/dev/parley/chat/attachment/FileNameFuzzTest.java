package dev.parley.chat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever an upload is called, its name is no path, goes into a header, and is not too long. */
@Tag("fuzz")
class FileNameFuzzTest {

  @Test
  void names() {
    Fuzz.like(
            "name",
            "beach.jpg",
            "../Füße \u202e写真;x=*.txt",
            "C:\\fakepath\\x.tar.gz",
            "👨\u200d👩\u200d👧.txt",
            "....")
        .feeds(
            input -> {
              String name = FileName.checked(new String(input, StandardCharsets.UTF_8));
              assertThat(name).isNotBlank().doesNotContain("/", "\\", "\0", "\r", "\n", "\u202e");
              assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(255);
              assertThat(FileName.encoded(name)).matches("[A-Za-z0-9%._-]+");
            });
  }

  @Test
  void types() {
    Fuzz.like("type", "%PDF-1.7", "PK\u0003\u0004", "ID3", "OggS", "RIFF....WAVE", "<svg", "hello")
        .feeds(
            input -> {
              byte[] head = Arrays.copyOf(input, Math.min(input.length, FileType.HEAD));
              assertThat(FileType.of(head, "x.zip")).contains("/");
            });
  }
}
