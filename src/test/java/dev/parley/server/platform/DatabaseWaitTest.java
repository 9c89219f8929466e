package dev.parley.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseWaitTest {
  private final Logger logger = Logger.getLogger(DatabaseWait.class.getName());
  private final List<String> said = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          said.add(String.valueOf(line.getParameters()[0]));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private int attempts;

  @BeforeEach
  void listen() {
    logger.addHandler(listener);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(listener);
    logger.setUseParentHandlers(true);
  }

  @Test
  void one_line_is_said_for_each_reason_until_the_database_is_there() {
    DatabaseWait.await(
        () -> {
          attempts++;
          if (attempts < 3) {
            throw new SQLException("pool", new SQLException("Connection refused.\nMore of it"));
          }
          if (attempts == 3) {
            throw new SQLException("password authentication failed");
          }
        },
        Duration.ZERO);
    assertThat(said).containsExactly("Connection refused.", "password authentication failed");
    assertThat(attempts).isEqualTo(4);
  }

  @Test
  void a_database_that_does_not_come_in_time_fails_with_its_reason() {
    assertThatThrownBy(
            () ->
                DatabaseWait.await(
                    () -> {
                      throw new SQLException("password authentication failed for user \"x\"");
                    },
                    Duration.ofNanos(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The database cannot be used: password authentication failed for user \"x\"");
    assertThat(said)
        .as("even if the first attempt took all the time")
        .containsExactly("password authentication failed for user \"x\"");
  }
}
