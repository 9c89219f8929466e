package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that killed servers have left go; those of running ones, and other people's, stay. */
class ServerFolderTest {
  @TempDir private Path temporary;

  @Test
  void what_a_dead_process_left_is_taken_away() throws Exception {
    Path left = folder("parley-server-" + deadProcess() + "-123");
    Files.writeString(Files.createDirectories(left.resolve("config")).resolve("domain.xml"), "x");
    Path made = ServerFolder.make(temporary);
    assertThat(left).doesNotExist();
    assertThat(made).isEmptyDirectory();
  }

  @Test
  void what_a_living_process_uses_stays() throws Exception {
    Path first = ServerFolder.make(temporary);
    Path second = ServerFolder.make(temporary);
    assertThat(first).exists().isNotEqualTo(second);
  }

  @Test
  void what_is_named_in_another_way_stays() throws Exception {
    Path other = folder("parley-server-of-somebody");
    Path older = folder("parley-server-" + deadProcess());
    ServerFolder.make(temporary);
    assertThat(other).exists();
    assertThat(older).exists();
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(temporary.resolve(name));
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
