package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessStatTest {
  @Test
  void a_name_with_blanks_and_parentheses_shifts_nothing() {
    ProcessStat stat =
        ProcessStat.read("42 (a b) c) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 30 20 20 0 1 0 99 1 2");
    assertThat(stat).isEqualTo(new ProcessStat(Duration.ofSeconds(2), Duration.ofMillis(500)));
  }

  @Test
  void a_tree_counts_each_process_and_those_that_have_ended() {
    ProcessStat root = new ProcessStat(Duration.ofSeconds(1), Duration.ofSeconds(10));
    ProcessStat child = new ProcessStat(Duration.ofSeconds(100), Duration.ZERO);
    assertThat(ProcessStat.sum(Stream.of(root, child))).isEqualTo(Duration.ofSeconds(111));
  }

  @Test
  void the_work_of_a_child_that_ended_is_not_lost() throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; cat")
            .start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> ProcessStat.of(shell.pid()).orElseThrow().endedChildren().toMillis() > 0);
      assertThat(ProcessStat.ofTree(shell.toHandle()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(10));
    } finally {
      shell.destroy();
      shell.waitFor();
    }
  }
}
