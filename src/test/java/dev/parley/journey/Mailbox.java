package dev.parley.journey;

import com.sun.net.httpserver.HttpExchange;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Where pushes for one browser arrive, and by which keys it reads them. */
public final class Mailbox {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int COORDINATE = 32;
  private static final int LONGEST_SILENCE = 120;

  private final String endpoint;
  private final String path = "/push/" + UUID.randomUUID();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private KeyPair keys = newKeys();
  private byte[] secret = newSecret();

  public Mailbox(String origin) {
    endpoint = origin + path;
  }

  private record Reply(int status, String retryAfter) {}

  /** A push as it arrived. */
  public record Delivery(Map<String, List<String>> headers, byte[] body) {
    public String header(String name) {
      List<String> values = headers.getOrDefault(name, List.of());
      return values.size() == 1 ? values.get(0) : null;
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] newSecret() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  public String path() {
    return path;
  }

  public String endpoint() {
    return endpoint;
  }

  /** The subscription as a browser's {@code JSON.stringify} writes it. */
  public Map<String, Object> subscription() {
    Map<String, Object> subscription = new java.util.HashMap<>();
    subscription.put("endpoint", endpoint);
    subscription.put("expirationTime", null);
    subscription.put("keys", Map.of("p256dh", text(point()), "auth", text(secret)));
    return subscription;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] point() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    byte[] point = new byte[1 + 2 * COORDINATE];
    point[0] = 4;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + COORDINATE);
    return point;
  }

  private static void put(BigInteger number, byte[] point, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, point, at + COORDINATE - length, length);
  }

  /** The browser has other keys from now on. */
  public void changesItsKeys() {
    keys = newKeys();
    secret = newSecret();
  }

  /** The next push is answered so, instead of being taken. */
  public void answersOnce(int status, String retryAfter) {
    replies.add(new Reply(status, retryAfter));
  }

  /** Answers nothing until it speaks again. */
  public void fallsSilent() {
    silence = new CountDownLatch(1);
  }

  public void speaksAgain() {
    silence.countDown();
  }

  public void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    deliveries.add(new Delivery(Map.copyOf(exchange.getRequestHeaders()), body));
    Reply reply = replies.poll();
    try {
      if (!silence.await(LONGEST_SILENCE, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (reply != null && reply.retryAfter() != null) {
      exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
    }
    exchange.sendResponseHeaders(reply == null ? 201 : reply.status(), -1);
  }

  /** Every push so far. */
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /** Waits until so many pushes have come. */
  public List<Delivery> awaitDeliveries(int number) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> deliveries.size() >= number);
    return deliveries();
  }

  /** What the browser reads in a push. */
  public JsonPath read(Delivery delivery) {
    byte[] plain = SealedPush.read(delivery.body()).open(keys.getPrivate(), point(), secret);
    return JsonPath.from(new String(plain, StandardCharsets.UTF_8));
  }

  /** The first push, read; waited for. */
  public JsonPath awaitFirst() {
    return read(awaitDeliveries(1).get(0));
  }

  /** What all pushes so far say, in their order, once this one is among them. */
  public List<String> bodiesUpTo(String last) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> bodies().contains(last));
    return bodies();
  }

  private List<String> bodies() {
    return deliveries.stream().map(delivery -> read(delivery).getString("body")).toList();
  }
}
