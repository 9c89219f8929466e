package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.signin.SignInService;
import dev.parley.identity.signin.TicketService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * The WebSocket container of this server would put an idle timer on a scheduled executor for every
 * frame; here none does. A server that brings it back is noticed.
 */
@InContainer
class IdleTimerIT {
  private static final int FRAMES = 30;

  @Inject private AccountService accounts;
  @Inject private SignInService signIns;
  @Inject private TicketService tickets;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService containersExecutor;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Inject
  @ConfigProperty(name = "parley.port")
  private int port;

  @Test
  void frames_put_no_timer_on_the_containers_executor() throws Exception {
    ThreadPoolExecutor pool = poolOf(containersExecutor);
    long before = pool.getTaskCount();
    containersExecutor.submit(() -> {}).get(10, TimeUnit.SECONDS);
    awaitCount(pool, before + 1, "what is put there is counted");

    exchange(FRAMES);
    awaitCount(pool, before + 1, "and no frame has put anything there");
  }

  /** Waits for the count, which may be one too low while a worker ends its task. */
  private static void awaitCount(ThreadPoolExecutor pool, long count, String what) {
    await()
        .atMost(5, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(pool.getTaskCount()).as(what).isEqualTo(count));
  }

  /** The thread pool behind the server's wrappers. */
  private static ThreadPoolExecutor poolOf(Object executor) throws IllegalAccessException {
    if (executor instanceof ThreadPoolExecutor pool) {
      return pool;
    }
    for (Class<?> at = executor.getClass(); at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (Executor.class.isAssignableFrom(field.getType())) {
          field.setAccessible(true);
          return poolOf(field.get(executor));
        }
      }
    }
    throw new IllegalStateException("no pool behind " + executor.getClass());
  }

  private void exchange(int frames) throws Exception {
    CountDownLatch pongs = new CountDownLatch(frames);
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://localhost:" + port + "/ws/chat?ticket=" + ticket()),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket from, CharSequence data, boolean last) {
                    pongs.countDown();
                    from.request(1);
                    return null;
                  }
                })
            .get(10, TimeUnit.SECONDS);
    for (int i = 0; i < frames; i++) {
      socket.sendText("{\"action\":\"ping\"}", true).get(10, TimeUnit.SECONDS);
    }
    assertThat(pongs.await(20, TimeUnit.SECONDS)).isTrue();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
  }

  private String ticket() throws Exception {
    OwnUser user =
        accounts.make("t-" + UUID.randomUUID().toString().substring(0, 12), "T", "-", false);
    signIns.open(user.id(), "-", "a test", "127.0.0.1");
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select id from sign_in where user_id = ?")) {
      select.setObject(1, user.id());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return tickets.make(row.getObject(1, UUID.class)).ticket();
      }
    }
  }
}
