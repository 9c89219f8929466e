package dev.parley.reach.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document names every code with which a live session is closed, and its word. */
class CloseReasonTest {
  /** The WebSocket container itself closes so, with a sentence. */
  private static final int NO_TEXT = 1007;

  @Test
  void every_close_code_is_documented_with_its_word() throws IOException {
    Map<Integer, String> closed = new TreeMap<>();
    closed.put(NO_TEXT, "");
    for (CloseReason reason : CloseReason.values()) {
      closed.put(reason.code(), reason.word());
    }
    assertThat(documented()).containsExactlyEntriesOf(closed);
  }

  private static Map<Integer, String> documented() throws IOException {
    try (InputStream yaml = CloseReason.class.getResourceAsStream("/asyncapi.yaml")) {
      Map<String, Map<String, Map<String, List<Map<String, Object>>>>> document =
          new Yaml().load(yaml);
      Map<Integer, String> codes = new TreeMap<>();
      document
          .get("channels")
          .get("live")
          .get("x-close-codes")
          .forEach(one -> codes.put((Integer) one.get("code"), (String) one.get("reason")));
      return codes;
    }
  }
}
