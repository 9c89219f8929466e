package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

  @Test
  @EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "gives away")
  void what_somebody_else_left_is_theirs() throws Exception {
    Path theirs = folder("parley-server-" + deadProcess() + "-123");
    UserPrincipalLookupService users = theirs.getFileSystem().getUserPrincipalLookupService();
    Files.setOwner(theirs, users.lookupPrincipalByName("nobody"));
    ServerFolder.make(temporary);
    assertThat(theirs).exists();
  }

  @RepeatedTest(5)
  void servers_that_start_at_once_do_not_mind_that_each_takes_away_the_same() throws Exception {
    long dead = deadProcess();
    for (int i = 0; i < 20; i++) {
      Path left = folder("parley-server-" + dead + "-" + i);
      for (int j = 0; j < 20; j++) {
        Path deep = Files.createDirectories(left.resolve("lib/" + j));
        Files.writeString(deep.resolve("file"), "x");
      }
    }
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Path> server =
        () -> {
          start.await(30, TimeUnit.SECONDS);
          return ServerFolder.make(temporary);
        };
    ExecutorService servers = Executors.newFixedThreadPool(2);
    try {
      Set<Path> made = new TreeSet<>();
      for (Future<Path> one : servers.invokeAll(List.of(server, server))) {
        made.add(one.get());
      }
      assertThat(made).hasSize(2);
      assertThat(temporary).isDirectoryNotContaining(folder -> !made.contains(folder));
    } finally {
      servers.shutdownNow();
    }
  }

  @Test
  void what_a_link_leads_to_stays() throws Exception {
    Path elsewhere = Files.writeString(folder("elsewhere").resolve("precious"), "x");
    Path left = folder("parley-server-" + deadProcess() + "-123");
    Files.createSymbolicLink(left.resolve("link"), elsewhere.getParent());
    ServerFolder.make(temporary);
    assertThat(left).doesNotExist();
    assertThat(elsewhere).exists();
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
