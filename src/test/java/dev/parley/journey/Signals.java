package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** What a live session hears of other people without its being kept. */
public final class Signals {
  private final LiveClient live;

  private Signals(LiveClient live) {
    this.live = live;
  }

  public static Signals heardBy(LiveClient live) {
    return new Signals(live);
  }

  /** The states told of somebody, in order. */
  public List<String> statesOf(Person person) {
    return presence(person).stream().map(data -> (String) data.get("state")).toList();
  }

  /** Everything told of whether somebody is here. */
  public List<Map<String, Object>> presence(Person person) {
    return of("presence").stream()
        .filter(data -> person.username().equals(data.get("username")))
        .toList();
  }

  /** Who was told to be typing, and where: each as often as it was told. */
  public List<Map<String, Object>> typing() {
    return of("typing");
  }

  private List<Map<String, Object>> of(String signal) {
    return live.frames().stream()
        .filter(frame -> "signal".equals(frame.getString("type")))
        .filter(frame -> signal.equals(frame.getString("signal")))
        .map(frame -> frame.<String, Object>getMap("data"))
        .toList();
  }

  /** Waits until this is the newest state told of somebody. */
  public JsonPath awaitState(Person person, String state) {
    return live.awaitFrame(
        frame ->
            "presence".equals(frame.getString("signal"))
                && person.username().equals(frame.getString("data.username"))
                && state.equals(frame.getString("data.state")));
  }
}
