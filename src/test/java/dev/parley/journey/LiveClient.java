package dev.parley.journey;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One WebSocket of a client; it remembers every frame it got and how it was closed. */
public final class LiveClient implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Inbox inbox = new Inbox();
  private WebSocket socket;

  private LiveClient() {}

  /**
   * Opens a live session.
   *
   * @throws CompletionException when the server refuses; its cause is a {@code
   *     WebSocketHandshakeException}
   */
  public static LiveClient open(String address, Map<String, String> headers) {
    LiveClient session = new LiveClient();
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    headers.forEach(builder::header);
    session.socket = builder.buildAsync(URI.create(address), session.inbox).join();
    return session;
  }

  /** Sends one text frame as it is. */
  public LiveClient sends(String frame) {
    socket.sendText(frame.replace('\'', '"'), true).join();
    return this;
  }

  /** Says hello without a position, so the stream starts at the head; returns the welcome. */
  public JsonPath saysHello() {
    sends("{'action':'hello','id':'hello','device':'0190a0a0-0000-7000-8000-000000000001'}");
    return await("welcome");
  }

  /** Says hello with where this client stands; returns the answer, a welcome or a reset. */
  public JsonPath saysHello(String epoch, long since) {
    sends(
        "{'action':'hello','id':'hello','device':'0190a0a0-0000-7000-8000-000000000001','epoch':'%s','since':%d}"
            .formatted(epoch, since));
    return awaitFrame(frame -> List.of("welcome", "reset").contains(frame.getString("type")));
  }

  /** The first frame of this type, waited for. */
  public JsonPath await(String type) {
    return awaitFrame(frame -> type.equals(frame.getString("type")));
  }

  /** The first event of this name, waited for. */
  public JsonPath awaitEvent(String event) {
    return awaitFrame(frame -> event.equals(frame.getString("event")));
  }

  /** The answer to the frame that was sent with this id. */
  public JsonPath awaitAnswer(String id) {
    return awaitFrame(frame -> id.equals(frame.getString("id")));
  }

  /** The first frame, ever since the session was opened, that is so; waited for. */
  public JsonPath awaitFrame(Predicate<JsonPath> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> frames().stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Every frame so far, in order. */
  public List<JsonPath> frames() {
    return inbox.frames.stream().map(JsonPath::from).toList();
  }

  /** Every frame so far as text, in order. */
  public List<String> texts() {
    return List.copyOf(inbox.frames);
  }

  /** Sends a ping and waits for its answer, so that everything sent before has been answered. */
  public LiveClient settles() {
    long pongs = pongs();
    sends("{'action':'ping'}");
    Awaitility.await().atMost(PATIENCE).until(() -> pongs() > pongs);
    return this;
  }

  private long pongs() {
    return inbox.frames.stream().filter(text -> text.contains("\"type\":\"pong\"")).count();
  }

  /** Waits until the server has closed it and returns the close code. */
  public int awaitCloseCode() {
    Awaitility.await().atMost(PATIENCE).until(() -> inbox.closeCode != 0);
    return inbox.closeCode;
  }

  public String closeReason() {
    return inbox.closeReason;
  }

  public boolean isOpen() {
    return inbox.closeCode == 0;
  }

  public WebSocket socket() {
    return socket;
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(alreadyClosed -> socket).join();
  }

  /** What arrived. */
  private static final class Inbox implements WebSocket.Listener {
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private volatile int closeCode;
    private volatile String closeReason;

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        frames.add(part.toString());
        part.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
      closeReason = reason;
      closeCode = statusCode;
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      closeReason = error.toString();
      closeCode = 1006;
    }
  }
}
