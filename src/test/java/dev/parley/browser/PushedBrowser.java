package dev.parley.browser;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.parley.journey.Mailbox;
import dev.parley.journey.ParleyServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/**
 * A browser whose subscriptions lead to a mailbox of the tests, as no push service can be reached;
 * the service worker, what wakes it and what it shows are the browser's own.
 */
final class PushedBrowser {
  private static final Gson GSON = new Gson();

  /** The browser's memory of its subscription, which outlives a page as the real one does. */
  private static final String SUBSCRIPTIONS =
      """
      (() => {
        const given = %s;
        const NAME = 'the-browsers-subscription';
        const subscriptionOf = key => ({
          endpoint: given.endpoint,
          expirationTime: null,
          options: { userVisibleOnly: true, applicationServerKey: Uint8Array.from(key).buffer },
          toJSON: () => given,
          unsubscribe: async () => { localStorage.removeItem(NAME); return true; },
        });
        PushManager.prototype.getSubscription = async () => {
          const kept = localStorage.getItem(NAME);
          return kept && subscriptionOf(JSON.parse(kept));
        };
        PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
          if (!userVisibleOnly) throw new DOMException('', 'NotAllowedError');
          const key = [...new Uint8Array(applicationServerKey)];
          if (key.length !== 65 || key[0] !== 4) throw new DOMException('', 'InvalidAccessError');
          localStorage.setItem(NAME, JSON.stringify(key));
          return subscriptionOf(key);
        };
      })()
      """;

  private static final String SHOWN =
      """
      async () => (await (await navigator.serviceWorker.getRegistration()).getNotifications())
        .map(({ title, body, tag, data }) => ({ title, body, tag, path: data.path }))
      """;

  private final Visitor visitor;
  private final URI base;

  private PushedBrowser(Visitor visitor, URI base) {
    this.visitor = visitor;
    this.base = base;
  }

  /** Somebody at a browser that may show notifications. */
  static PushedBrowser of(ParleyServer server, Mailbox mailbox) {
    Visitor visitor = TheBrowser.visitor(server);
    BrowserContext context = visitor.context();
    context.grantPermissions(List.of("notifications"));
    context.addInitScript(SUBSCRIPTIONS.formatted(GSON.toJson(mailbox.subscription())));
    return new PushedBrowser(visitor, server.base());
  }

  Visitor visitor() {
    return visitor;
  }

  /** Leaves Parley, all but a picture of it, by which one can still look at what is shown. */
  void isAway() {
    visitor.opens("/icon.svg");
  }

  /** Whether the browser is subscribed to anything. */
  boolean isSubscribed() {
    return Boolean.TRUE.equals(
        visitor
            .page()
            .evaluate(
                "async () => null !== await (await navigator.serviceWorker.getRegistration())"
                    + "?.pushManager.getSubscription()"));
  }

  /** What the browser shows outside of the page. */
  List<Map<String, Object>> shown() {
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> shown = (List<Map<String, Object>>) visitor.page().evaluate(SHOWN);
    return shown;
  }

  /** Hands the browser a push as it has it from its push service, read. */
  void receives(String payload) {
    Page page = visitor.page();
    CDPSession devtools = visitor.context().newCDPSession(page);
    AtomicReference<String> registration = new AtomicReference<>();
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        event -> registrationIn(event).ifPresent(registration::set));
    devtools.send("ServiceWorker.enable");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> page.evaluate("1") != null && registration.get() != null);
    JsonObject push = new JsonObject();
    push.addProperty("origin", base.toString() + "/");
    push.addProperty("registrationId", registration.get());
    push.addProperty("data", payload);
    devtools.send("ServiceWorker.deliverPushMessage", push);
    devtools.detach();
  }

  private Optional<String> registrationIn(JsonObject event) {
    JsonArray registrations = event.getAsJsonArray("registrations");
    for (JsonElement each : registrations) {
      JsonObject registration = each.getAsJsonObject();
      boolean here = registration.get("scopeURL").getAsString().equals(base + "/");
      if (here && !registration.get("isDeleted").getAsBoolean()) {
        return Optional.of(registration.get("registrationId").getAsString());
      }
    }
    return Optional.empty();
  }
}
