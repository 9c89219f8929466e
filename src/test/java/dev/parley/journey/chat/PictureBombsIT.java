package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.base.media.PictureBombs;
import dev.parley.base.media.PictureSamples;
import dev.parley.journey.AtOnce;
import dev.parley.journey.AttachmentCalls;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.Talk;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Pictures that would cost much time of the processor cost nobody anything. */
class PictureBombsIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ParleyServer server = ParleyServer.shared();
  private final AttachmentCalls files = new AttachmentCalls(server);
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final byte[] bomb = PictureBombs.progressiveJpeg(4000, 4000, 2210);

  private Response sets(Person person, String path, byte[] file) {
    return person
        .call()
        .multiPart("file", "x.jpg", file, "application/octet-stream")
        .put(server.api().resolve(path));
  }

  private static void isRefusedSoon(Response answer) {
    answer.then().statusCode(400).body("code", equalTo("not_an_image"));
    assertThat(answer.timeIn(TimeUnit.SECONDS)).isLessThan(SOON.toSeconds());
  }

  @Test
  void a_bomb_is_refused_as_an_avatar_and_as_the_picture_of_a_group() {
    ada.connectsWith(ben);
    Talk group = Talk.group(ada, "Harbour crew", ben);
    isRefusedSoon(sets(ada, "me/avatar/", bomb));
    isRefusedSoon(sets(ada, group.path("picture/"), bomb));
    isRefusedSoon(sets(ada, "me/avatar/", PictureBombs.webpOfTransforms(2000, 300)));
    ada.get("me/").then().body("avatar_url", nullValue());
  }

  @Test
  void a_bomb_is_kept_as_an_attachment_without_a_thumbnail() {
    Response kept = files.uploads(ada, "beach.jpg", bomb);
    kept.then()
        .statusCode(201)
        .body("media_type", equalTo("image/jpeg"))
        .body("width", nullValue())
        .body("height", nullValue());
    assertThat(kept.timeIn(TimeUnit.SECONDS)).isLessThan(SOON.toSeconds());
    files.fetchesThumbnail(ada, kept.path("id")).then().statusCode(404);
    assertThat(files.fetches(ada, kept.path("id")).asByteArray()).hasSize(bomb.length);
  }

  @Test
  void while_somebody_brings_many_bombs_another_sets_an_avatar() {
    List<Integer> answers =
        AtOnce.times(
            9,
            i ->
                i == 4
                    ? sets(ben, "me/avatar/", PictureSamples.picture("png", 300, 300)).statusCode()
                    : sets(ada, "me/avatar/", bomb).statusCode());
    assertThat(answers.get(4)).isEqualTo(200);
    answers.stream().filter(each -> each != 200).forEach(each -> assertThat(each).isIn(400, 503));
  }
}
