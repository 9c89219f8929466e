package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.media.PictureSamples;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.LiveDocument;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The AsyncAPI document against the frames that are really sent: a few people do everything that
 * the WebSocket is for, and every frame that goes either way is held against the document. Who adds
 * an event or a frame adds it to {@code asyncapi.yaml} and lets somebody do here what makes it.
 */
class LiveDocumentIT {
  private static final ParleyServer SERVER = ParleyServer.shared();
  private static final People PEOPLE = new People(SERVER);
  private static final Database DATABASE = new Database(SERVER);
  private static final LiveDocument DOCUMENT = LiveDocument.of(SERVER);

  private static final Person ADA = PEOPLE.register("ada");
  private static final Person BEN = PEOPLE.register("ben");
  private static final Person CYD = PEOPLE.register("cyd");
  private static final Set<String> SENT = new TreeSet<>();
  private static final List<String> SAID = new ArrayList<>();

  private static LiveClient ada;
  private static LiveClient ben;
  private static LiveClient cyd;
  private static LiveClient demo;
  private static int ids;

  @BeforeAll
  static void they_do_everything() {
    ada = ADA.opensLiveSession();
    ben = BEN.opensLiveSession();
    cyd = CYD.opensLiveSession();
    demo = BEN.opensLiveSession();
    Stream.of(ada, ben, cyd).forEach(live -> says(live, "hello", ""));
    says(demo, "init_connection", "");
    says(demo, "get_users", "");
    theyGetToKnowEachOther();
    theyPartAgain();
    theyTalk();
    theyTalkInAGroup();
    theyChangeThemselves();
    theyHearAnAnnouncement();
    theyLoseTheirPlace();
  }

  private static void theyGetToKnowEachOther() {
    says(ada, "send_request", "'receiver':'%s','note':'Hello'".formatted(BEN.username()));
    demo.await("notification");
    says(ben, "ignore_request", "'sender':'%s'".formatted(ADA.username()));
    says(ben, "approve_request", "'sender':'%s'".formatted(ADA.username()));
    ada.awaitEvent("connection.approved");
    ada.awaitEvent("conversation.created");
    says(ada, "send_request", "'receiver':'%s'".formatted(CYD.username()));
    says(cyd, "reject_request", "'sender':'%s'".formatted(ADA.username()));
    ada.awaitEvent("connection.rejected");
    says(cyd, "send_request", "'receiver':'%s'".formatted(ADA.username()));
    says(cyd, "withdraw_request", "'receiver':'%s'".formatted(ADA.username()));
    ada.awaitEvent("connection.withdrawn");
    ada.awaitEvent("notification.read");
    Person dan = PEOPLE.register("dan");
    String forgotten = ADA.requestsConnectionTo(dan);
    DATABASE.change("update user_connection set expires_at = now() where id = ?::uuid", forgotten);
    ada.awaitEvent("connection.expired");
  }

  private static void theyPartAgain() {
    BEN.connectsWith(CYD);
    says(ben, "remove_connection", "'username':'%s'".formatted(CYD.username()));
    cyd.awaitEvent("connection.removed");
    says(ben, "block", "'username':'%s'".formatted(CYD.username()));
    says(ben, "unblock", "'username':'%s'".formatted(CYD.username()));
    ben.awaitEvent("block.removed");
  }

  private static void theyTalk() {
    Talk talk = Talk.ofConnected(ADA, BEN);
    says(ada, "typing", "'conversation':'%s'".formatted(talk.id()));
    ben.awaitFrame(frame -> "typing".equals(frame.getString("signal")));
    says(ada, "presence", "'state':'away'");
    ben.awaitFrame(frame -> "presence".equals(frame.getString("signal")));
    String picture =
        new AttachmentCalls(SERVER).keeps(ADA, "harbour.png", PictureSamples.png(40, 30));
    JsonPath sent =
        says(
            ada,
            "send_message",
            "'conversation':'%s','client_id':'%s','body':'Look','reply_to':null,'attachments':['%s']"
                .formatted(talk.id(), UUID.randomUUID(), picture));
    String message = sent.getString("data.id");
    says(ben, "delivered", "'conversation':'%s','seq':1".formatted(talk.id()));
    says(ben, "mark_read", "'conversation':'%s','seq':1".formatted(talk.id()));
    Stream.of("delivered.moved", "read.moved").forEach(ada::awaitEvent);
    ben.awaitEvent("read.moved");
    talk.reacts(BEN, message, "👍").then().statusCode(204);
    talk.replies(BEN, message, "Nice").then().statusCode(201);
    talk.edits(ADA, message, "Look here").then().statusCode(200);
    talk.deletes(ADA, message).then().statusCode(204);
    Stream.of("reaction.changed", "message.edited", "message.deleted").forEach(ben::awaitEvent);
  }

  private static void theyTalkInAGroup() {
    ADA.accepts(CYD.requestsConnectionTo(ADA)).then().statusCode(200);
    Talk group = Talk.group(ADA, "Everybody", BEN);
    ADA.put(group.path("draft/"), Map.of("body", "I will")).then().statusCode(200);
    group.brings(ADA, CYD).then().statusCode(201);
    ben.awaitEvent("member.added");
    group.says(ADA, "Welcome @" + CYD.username());
    cyd.awaitFrame(frame -> "message.mentioned".equals(frame.getString("data.kind")));
    ADA.patch(group.path(""), Map.of("title", "Nearly everybody")).then().statusCode(200);
    group.removes(ADA, CYD).then().statusCode(204);
    Stream.of("member.removed", "conversation.updated").forEach(ben::awaitEvent);
    // As many members as nobody would wait for: its messages are shown before they are told.
    DATABASE.change("update conversation set member_count = 1000 where id = ?::uuid", group.id());
    group.says(ADA, "Hello, crowd");
    ben.awaitFrame(frame -> "message".equals(frame.getString("signal")));
  }

  private static void theyChangeThemselves() {
    ADA.patch("me/", Map.of("status_text", "At the harbour")).then().statusCode(200);
    ben.awaitEvent("user.updated");
    Map<String, String> night = Map.of("from", "22:00", "to", "07:00", "time_zone", "Europe/Oslo");
    ADA.patch("me/settings/", Map.of("quiet_hours", night)).then().statusCode(200);
    ada.awaitEvent("settings.updated");
  }

  private static void theyHearAnAnnouncement() {
    Person root = PEOPLE.administrator();
    String id =
        root.post("admin/announcements/", Map.of("text", "Coffee is ready", "level", "info"))
            .path("id");
    ada.awaitEvent("announcement.published");
    root.delete("admin/announcements/" + id + "/").then().statusCode(204);
    ada.awaitEvent("announcement.withdrawn");
  }

  private static void theyLoseTheirPlace() {
    says(ada, "sync", "'since':0");
    says(ada, "ping", "'seq':1");
    says(ada, "hello", "'epoch':'of another time','since':3");
    ada.await("reset");
    ada.sends("{'action':'fly','id':'no such action'}").awaitAnswer("no such action");
    Stream.of(ada, ben, cyd, demo).forEach(LiveClient::settles);
  }

  /** Sends a frame, as the document says it, and waits for what answers it, if anything does. */
  private static JsonPath says(LiveClient live, String action, String members) {
    String id = "n" + ids++;
    String frame =
        "{'action':'%s','id':'%s'%s}".formatted(action, id, members.isEmpty() ? "" : "," + members);
    SENT.add(action);
    SAID.add(frame.replace('\'', '"'));
    live.sends(frame);
    boolean unanswered =
        Set.of("typing", "presence", "delivered", "ping", "init_connection", "get_users")
            .contains(action);
    if (unanswered) {
      live.settles();
      return null;
    }
    JsonPath answer = live.awaitAnswer(id);
    assertThat(answer.getString("type"))
        .as(action + ": " + answer.prettify())
        .isNotEqualTo("error");
    return answer;
  }

  @AfterAll
  static void they_leave() {
    Stream.of(ada, ben, cyd, demo).forEach(LiveClient::close);
  }

  private static List<JsonPath> received() {
    return Stream.of(ada, ben, cyd, demo).flatMap(live -> live.frames().stream()).toList();
  }

  private static Set<String> received(String member) {
    return received().stream()
        .map(frame -> frame.getString(member))
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_frame_that_was_received_is_as_the_document_says() {
    List<String> faults =
        Stream.of(ada, ben, cyd, demo)
            .flatMap(live -> live.texts().stream())
            .flatMap(text -> DOCUMENT.faults(text).stream())
            .toList();
    assertThat(faults).isEmpty();
  }

  @Test
  void every_frame_that_was_sent_is_as_the_document_says() {
    assertThat(SAID).allSatisfy(frame -> assertThat(DOCUMENT.faults(frame)).isEmpty());
    assertThat(SENT).isEqualTo(DOCUMENT.actions());
  }

  @Test
  void there_are_these_frames_and_no_others() {
    assertThat(received("type")).isEqualTo(DOCUMENT.types());
  }

  @Test
  void there_are_these_signals_and_no_others() {
    assertThat(received("signal")).isEqualTo(DOCUMENT.signals());
  }

  @Test
  void there_are_these_events_and_no_others() {
    assertThat(received("event")).isEqualTo(DOCUMENT.events());
  }

  @Test
  void no_journey_has_written_an_event_that_the_document_does_not_know() {
    String written =
        DATABASE.look("select string_agg(distinct type, ' ' order by type) from journal_event");
    assertThat(DOCUMENT.events()).contains(written.split(" "));
  }

  @Test
  void a_frame_that_is_otherwise_is_noticed() {
    assertThat(DOCUMENT.faults("{\"type\":\"pong\",\"head\":\"seven\"}")).isNotEmpty();
    assertThat(DOCUMENT.faults("{\"type\":\"pong\",\"secret\":1}")).isNotEmpty();
    assertThat(DOCUMENT.faults("{\"type\":\"surprise\"}")).isNotEmpty();
    String event =
        received().stream().filter(f -> f.get("event") != null).findFirst().get().prettify();
    assertThat(DOCUMENT.faults(event)).isEmpty();
    assertThat(DOCUMENT.faults(event.replace("\"username\"", "\"nickname\""))).isNotEmpty();
    assertThat(
            DOCUMENT.faults(event.replaceFirst("\"event\": \"[^\"]*\"", "\"event\": \"made.up\"")))
        .isNotEmpty();
  }
}
