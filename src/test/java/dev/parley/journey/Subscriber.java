package dev.parley.journey;

import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.util.Map;

/** Somebody with a browser that has subscribed to pushes. */
public record Subscriber(Person person, Mailbox mailbox, String subscription) {

  /** A person who wants notifications by browsers lets this one subscribe. */
  public static Subscriber of(Person person) {
    return by(person, PushService.shared().opensMailbox());
  }

  /** The same with a browser that is there already. */
  public static Subscriber by(Person person, Mailbox mailbox) {
    person.patch("me/settings/", Map.of("browser_notifications", true)).then().statusCode(200);
    Response answer = subscribes(person, mailbox);
    answer.then().statusCode(either(is(201)).or(is(200)));
    return new Subscriber(person, mailbox, answer.path("id"));
  }

  public static Response subscribes(Person person, Mailbox mailbox) {
    return person.post("push/subscriptions/", mailbox.subscription());
  }

  public Response unsubscribes() {
    return person.delete("push/subscriptions/" + subscription + "/");
  }

  /** Whether the server keeps the subscription. */
  public boolean isKnownTo(ParleyServer server) {
    return new Database(server)
            .look("select 1 from push_subscription where id = ?::uuid", subscription)
        != null;
  }
}
