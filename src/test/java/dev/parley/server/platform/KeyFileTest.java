package dev.parley.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files that killed servers have left go; those of running ones, and other files, stay. */
class KeyFileTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path temporary;

  @Test
  void what_a_dead_process_left_is_taken_away() throws Exception {
    Path keys = file("parley-keys-" + deadProcess() + "-123.json");
    Path next = file("parley-keys-" + deadProcess() + "-456.next");
    KeyFile made = KeyFile.make(temporary);
    assertThat(temporary.toFile().list()).containsExactly(made.path().getFileName().toString());
    assertThat(keys).doesNotExist();
    assertThat(next).doesNotExist();
  }

  @Test
  void what_a_dead_process_of_the_same_number_left_is_taken_away() throws Exception {
    Path keys = file("parley-keys-" + ProcessHandle.current().pid() + "-123.json");
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
    Files.setLastModifiedTime(keys, FileTime.from(start.minus(HOUR)));
    KeyFile.make(temporary);
    assertThat(keys).doesNotExist();
  }

  @Test
  void what_a_living_process_uses_stays() throws Exception {
    KeyFile first = KeyFile.make(temporary);
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    Path others = file("parley-keys-" + parent + "-123.json");
    Files.setLastModifiedTime(others, FileTime.from(Instant.EPOCH));
    KeyFile second = KeyFile.make(temporary);
    assertThat(first.path()).exists().isNotEqualTo(second.path());
    assertThat(others).exists();
  }

  @Test
  void what_is_named_in_another_way_stays() throws Exception {
    Path other = file("parley-keys-of-somebody.json");
    Path older = file("parley-keys-" + deadProcess() + ".json");
    KeyFile.make(temporary);
    assertThat(other).exists();
    assertThat(older).exists();
  }

  @Test
  void it_is_replaced_as_a_whole_and_leaves_nothing_beside_it() throws Exception {
    KeyFile file = KeyFile.make(temporary);
    file.write("one key after the other");
    file.write("one key");
    assertThat(file.path()).hasContent("one key");
    assertThat(temporary.toFile().list()).hasSize(1);
  }

  private Path file(String name) throws IOException {
    return Files.writeString(temporary.resolve(name), "{}");
  }

  private static long deadProcess() throws Exception {
    Process process =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return process.pid();
  }
}
