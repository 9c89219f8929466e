package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.base.media.PictureSamples;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.Mailbox;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.PushService;
import dev.parley.journey.SealedPush;
import dev.parley.journey.Subscriber;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who is away is told by their browser, of what the page would tell them, and nobody else is. The
 * pushes to a browser come in the order of what happened, so one that comes shows that none came
 * before it.
 */
class PushIT {
  private static final String LAST = "and this one is told";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Database database = new Database(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private Mailbox bens;

  @BeforeEach
  void ben_is_away_and_his_browser_has_subscribed() {
    bens = Subscriber.of(ben).mailbox();
  }

  /** A further person, and a group of all three. */
  private Talk groupWith(Person cyd) {
    ada.connectsWith(ben);
    ada.connectsWith(cyd);
    Talk group = Talk.group(ada, "Lunch", ben, cyd);
    group.says(ada, "hello");
    bens.bodiesUpTo(ada.username() + ": hello");
    return group;
  }

  /** What happens to be pushed is decided in its order, whomever it is for. */
  private void everythingSoFarIsDecided() {
    Subscriber dora = Subscriber.of(people.register("dora"));
    ada.requestsConnectionTo(dora.person());
    dora.mailbox().awaitDeliveries(1);
  }

  @Test
  void the_service_knows_the_server_by_its_key_and_reads_nothing() throws Exception {
    Talk.between(ada, ben).says(ada, "Unmistakable words");
    Mailbox.Delivery delivery = lastOf(bens.bodiesUpTo("Unmistakable words").size());
    String key = ben.get("push/key/").then().statusCode(200).extract().path("key");
    assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65).startsWith(4);
    String authorization = delivery.header("Authorization");
    assertThat(authorization).matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, *k=" + key);
    SignedJWT token = SignedJWT.parse(authorization.replaceAll("vapid t=([^,]+),.*", "$1"));
    ECPublicKey publicKey = (ECPublicKey) SealedPush.publicKey(Base64.getUrlDecoder().decode(key));
    assertThat(token.verify(new ECDSAVerifier(publicKey))).isTrue();
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getAudience()).containsExactly(PushService.shared().origin());
    assertThat(claims.getSubject()).isEqualTo("mailto:operator@example.org");
    Instant now = Instant.now();
    assertThat(claims.getExpirationTime().toInstant()).isBetween(now, now.plus(Duration.ofDays(1)));
    assertThat(delivery.header("Content-encoding")).isEqualTo("aes128gcm");
    assertThat(delivery.header("Ttl")).isEqualTo("86400");
    assertThat(delivery.header("Topic")).matches("[\\w-]{32}");
    assertThat(delivery.body()).hasSizeLessThanOrEqualTo(4_096);
    assertThat(new String(delivery.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Unmistakable");
  }

  private Mailbox.Delivery lastOf(int number) {
    return bens.deliveries().get(number - 1);
  }

  @Test
  void a_request_reaches_who_is_away() {
    ada.requestsConnectionTo(ben);
    JsonPath shown = bens.awaitFirst();
    Map<String, Object> entry = ben.get("notifications/").jsonPath().getMap("items[0]");
    assertThat(shown.getString("title")).isEqualTo("Parley");
    assertThat(shown.getString("body")).isEqualTo(entry.get("text")).contains(ada.username());
    assertThat(shown.getString("tag")).isEqualTo(entry.get("id"));
    assertThat(shown.getString("path")).isEqualTo("/requests/" + ada.username());
    assertThat(bens.deliveries().get(0).header("Urgency")).isEqualTo("high");
  }

  @Test
  void so_does_its_acceptance() {
    ben.connectsWith(ada);
    JsonPath shown = bens.awaitFirst();
    assertThat(shown.getString("body")).contains("connected", ada.username());
    assertThat(shown.getString("path")).isEqualTo("/connections/" + ada.username());
    assertThat(bens.deliveries().get(0).header("Urgency")).isEqualTo("normal");
  }

  @Test
  void a_direct_message_reaches_who_is_away_with_its_senders_name() {
    ada.patch("me/", Map.of("display_name", "Ada Nyström")).then().statusCode(200);
    Talk talk = Talk.between(ada, ben);
    talk.says(ada, "**Lunch** at [noon](https://example.org)?");
    int number = bens.bodiesUpTo("Lunch at noon?").size();
    JsonPath shown = bens.read(lastOf(number));
    assertThat(shown.getString("title")).isEqualTo("Ada Nyström");
    assertThat(shown.getString("tag")).isEqualTo(talk.id());
    assertThat(shown.getString("path")).isEqualTo("/chats/" + talk.id());
    assertThat(lastOf(number).header("Urgency")).isEqualTo("high");
  }

  @Test
  void a_picture_without_words_is_said_to_be_one() {
    Talk talk = Talk.between(ada, ben);
    AttachmentCalls files = new AttachmentCalls(server);
    files.sendsOnly(talk, ada, files.keeps(ada, "cat.png", PictureSamples.png(20, 20)));
    assertThat(bens.bodiesUpTo("Sent a photo")).isNotEmpty();
  }

  @Test
  void in_a_muted_group_only_what_names_one_is_told() {
    Talk group = groupWith(people.register("cyd"));
    int before = bens.deliveries().size();
    ben.patch(group.path(""), Map.of("muted", true)).then().statusCode(200);
    group.says(ada, "nothing for anybody");
    String naming = "what do you think, @" + ben.username() + "?";
    group.says(ada, naming);
    List<String> bodies = bens.bodiesUpTo(ada.username() + ": " + naming);
    assertThat(bodies).hasSize(before + 1);
    assertThat(bens.read(lastOf(before + 1)).getString("title")).isEqualTo("Lunch");
  }

  @Test
  void in_a_group_too_large_for_everybody_those_who_are_named_are_told() {
    Talk group = groupWith(people.register("cyd"));
    int before = bens.deliveries().size();
    database.change("update conversation set member_count = 500 where id = ?::uuid", group.id());
    group.says(ada, "good morning, five hundred");
    String naming = "and you, @" + ben.username();
    group.says(ada, naming);
    assertThat(bens.bodiesUpTo(ada.username() + ": " + naming)).hasSize(before + 1);
  }

  @Test
  void who_is_here_is_told_by_their_live_session_alone() {
    Talk talk = Talk.between(ada, ben);
    try (LiveClient session = ben.opensLiveSession()) {
      session.saysHello();
      talk.says(ada, "you are here");
      everythingSoFarIsDecided();
      session.sends("{'action':'presence','state':'away'}").settles();
      talk.says(ada, LAST);
      assertThat(bens.bodiesUpTo(LAST)).doesNotContain("you are here");
    }
    talk.says(ada, "you have just gone");
    assertThat(bens.bodiesUpTo("you have just gone")).doesNotContain("you are here");
  }

  @Test
  void nobody_is_told_of_what_they_say_themselves() {
    Talk talk = Talk.between(ada, ben);
    talk.says(ben, "my own words");
    talk.says(ada, LAST);
    assertThat(bens.bodiesUpTo(LAST)).doesNotContain("my own words");
  }

  @Test
  void nobody_is_told_in_their_quiet_hours_or_when_they_want_no_notifications() {
    Talk talk = Talk.between(ada, ben);
    LocalTime now = LocalTime.now(ZoneOffset.UTC);
    Map<String, String> hours =
        Map.of("from", hour(now.minusHours(2)), "to", hour(now.plusHours(2)), "time_zone", "UTC");
    ben.patch("me/settings/", Map.of("quiet_hours", hours)).then().statusCode(200);
    talk.says(ada, "it is night");
    Talk.between(people.register("cyd"), ben);
    everythingSoFarIsDecided();
    wants(
        ben,
        Map.of(
            "quiet_hours",
            Map.of(
                "from", hour(now.plusHours(3)), "to", hour(now.plusHours(4)), "time_zone", "UTC"),
            "browser_notifications",
            false));
    talk.says(ada, "he wants none");
    everythingSoFarIsDecided();
    wants(ben, Map.of("browser_notifications", true));
    talk.says(ada, LAST);
    assertThat(bens.bodiesUpTo(LAST))
        .doesNotContain("it is night", "he wants none")
        .noneMatch(body -> body.contains("cyd"));
  }

  private static String hour(LocalTime time) {
    return "%02d:00".formatted(time.getHour());
  }

  private static void wants(Person person, Map<String, ?> settings) {
    person.patch("me/settings/", settings).then().statusCode(200);
  }

  @Test
  void a_kind_that_is_switched_off_is_not_pushed() {
    wants(ben, Map.of("notification_kinds", Map.of("connection.requested", false)));
    Talk.between(ada, ben).says(ada, LAST);
    assertThat(bens.bodiesUpTo(LAST)).containsExactly(LAST);
  }

  @Test
  void nothing_comes_from_somebody_who_is_blocked() {
    Person cyd = people.register("cyd");
    Talk group = groupWith(cyd);
    ben.blocks(cyd).then().statusCode(204);
    group.says(cyd, "hear me, @" + ben.username());
    cyd.post("connections/", Map.of("receiver", ben.username())).then().statusCode(201);
    group.says(ada, LAST);
    assertThat(bens.bodiesUpTo(ada.username() + ": " + LAST))
        .noneMatch(body -> body.contains("hear me") || body.contains(cyd.username()));
  }

  @Test
  void who_has_left_a_group_is_told_nothing_of_it() {
    Talk group = groupWith(people.register("cyd"));
    group.removes(ben, ben).then().statusCode(204);
    group.says(ada, "behind his back, @" + ben.username());
    Talk.ofConnected(ada, ben).says(ada, LAST);
    assertThat(bens.bodiesUpTo(LAST)).noneMatch(body -> body.contains("behind his back"));
  }

  @Test
  void every_browser_of_a_person_is_told() {
    Mailbox phone = Subscriber.of(ben.onAnotherDevice()).mailbox();
    Talk.between(ada, ben).says(ada, LAST);
    bens.bodiesUpTo(LAST);
    phone.bodiesUpTo(LAST);
  }

  @Test
  void what_is_pushed_is_counted() {
    double sent = pushesSent();
    Talk.between(ada, ben).says(ada, LAST);
    bens.bodiesUpTo(LAST);
    await().atMost(Duration.ofSeconds(60)).until(() -> pushesSent() > sent);
  }

  private double pushesSent() {
    return people
        .administrator()
        .call()
        .accept("text/plain")
        .get(server.base() + "/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("parley_pushes_sent_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
