package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.Mailbox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.PushService;
import dev.parley.journey.Subscriber;
import dev.parley.journey.Talk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Push services that are busy, hang, refuse, or know a browser no more. */
class PushTroubleIT {
  private static final String LAST = "and this one is told";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void a_browser_whose_service_knows_it_no_more_is_forgotten() {
    for (int status : new int[] {404, 410}) {
      Subscriber bens = Subscriber.of(ben);
      bens.mailbox().answersOnce(status, null);
      Talk.between(people.register("ada"), ben);
      await().atMost(Duration.ofSeconds(60)).until(() -> !bens.isKnownTo(server));
    }
  }

  @Test
  void a_service_that_is_busy_is_called_again_when_it_wants() {
    Subscriber bens = Subscriber.of(ben);
    bens.mailbox().answersOnce(503, null);
    bens.mailbox().answersOnce(429, "1");
    ada.requestsConnectionTo(ben);
    List<Mailbox.Delivery> tries = bens.mailbox().awaitDeliveries(3);
    assertThat(tries).extracting(each -> each.header("Topic")).containsOnly(topic(tries));
    assertThat(tries)
        .extracting(each -> bens.mailbox().read(each).getString("path"))
        .containsOnly("/requests/" + ada.username());
    assertThat(bens.isKnownTo(server)).isTrue();
  }

  @Test
  void who_signs_out_while_a_push_waits_for_its_service_does_not_get_it() {
    Subscriber here = Subscriber.of(ben);
    Subscriber there = Subscriber.of(ben.onAnotherDevice());
    here.mailbox().answersOnce(503, "1");
    there.mailbox().answersOnce(503, "3");
    List<Mailbox> both = List.of(here.mailbox(), there.mailbox());
    both.forEach(Mailbox::fallsSilent);
    ada.requestsConnectionTo(ben);
    both.forEach(mailbox -> mailbox.awaitDeliveries(1));
    ben.post("logout/").then().statusCode(204);
    both.forEach(Mailbox::speaksAgain);
    there.mailbox().awaitDeliveries(2);
    assertThat(here.mailbox().deliveries()).hasSize(1);
  }

  @Test
  void what_is_refused_is_not_tried_again_and_what_is_logged_names_nobody() {
    Subscriber bens = Subscriber.of(ben);
    bens.mailbox().answersOnce(403, null);
    Talk talk = Talk.between(ada, ben);
    talk.says(ada, LAST);
    assertThat(bens.mailbox().bodiesUpTo(LAST)).hasSize(2);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.process().output().contains("refused by " + origin()));
    assertThat(server.process().output())
        .doesNotContain(bens.mailbox().path())
        .doesNotContain(LAST);
  }

  @Test
  void a_service_that_hangs_harms_nobody_and_the_newest_is_told_when_it_is_back() {
    Person cyd = people.register("cyd");
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Everybody", ben, cyd);
    Subscriber bens = Subscriber.of(ben);
    Subscriber cyds = Subscriber.of(cyd);
    bens.mailbox().fallsSilent();
    try {
      for (int i = 1; i <= 10; i++) {
        group.says(ada, "m" + i);
      }
      cyds.mailbox().bodiesUpTo(ada.username() + ": m10");
    } finally {
      bens.mailbox().speaksAgain();
    }
    assertThat(bens.mailbox().bodiesUpTo(ada.username() + ": m10"))
        .as("while one is under way, of those that wait the newest stays")
        .hasSizeLessThan(10);
  }

  private static String topic(List<Mailbox.Delivery> tries) {
    return tries.get(0).header("Topic");
  }

  private static String origin() {
    return PushService.shared().origin() + " with status 403";
  }
}
