package dev.parley.journey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID Connect provider on loopback that signs whatever a test wants it to, changes its keys,
 * and is slow or broken on demand. It has no page to sign in: a token is had for the asking.
 */
public final class IdentityProvider implements AutoCloseable {
  public static final String CLIENT = "parley-client";
  private static final int LONGEST_SLOWNESS = 60;
  private static final RSAKey SHORT_KEY = newKey(1024);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger askedForKeys = new AtomicInteger();
  private volatile RSAKey key = newKey();
  private volatile boolean broken;
  private volatile CountDownLatch slowness = new CountDownLatch(0);

  public IdentityProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", this::keys);
    server.setExecutor(threads);
    server.start();
  }

  public static RSAKey newKey() {
    return newKey(2048);
  }

  private static RSAKey newKey(int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that it publishes as well, and that could be broken. */
  public RSAKey shortKey() {
    return SHORT_KEY;
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Parley's settings for it under this id. */
  public Map<String, String> settings(String id) {
    return Map.of(
        "parley.sso." + id + ".issuer", issuer(), "parley.sso." + id + ".client-id", CLIENT);
  }

  public RSAKey key() {
    return key;
  }

  /** From now on it signs with another key and publishes that one only. */
  public void changesItsKey() {
    key = newKey();
  }

  public void breaks() {
    broken = true;
  }

  public void isMended() {
    broken = false;
    slowness.countDown();
  }

  /** Takes its time for every answer until it is mended. */
  public void becomesSlow() {
    slowness = new CountDownLatch(1);
  }

  public int timesAskedForKeys() {
    return askedForKeys.get();
  }

  /** A sound id token of somebody, to be changed and signed. */
  public ProviderToken idToken(String subject) {
    return new ProviderToken(this).with("sub", subject);
  }

  /** A sound logout token, to be changed and signed; it names nobody yet. */
  public ProviderToken logoutToken() {
    return new ProviderToken(this)
        .ofType("logout+jwt")
        .with("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"authorization_endpoint\":\"%s/authorize\",\"token_endpoint\":\"%s/token\"}"
            .formatted(issuer(), issuer(), issuer(), issuer()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    askedForKeys.incrementAndGet();
    answer(exchange, new JWKSet(List.of(key, SHORT_KEY)).toPublicJWKSet().toString());
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      if (!slowness.await(LONGEST_SLOWNESS, TimeUnit.SECONDS) || broken) {
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    isMended();
    server.stop(0);
    threads.shutdownNow();
  }
}
