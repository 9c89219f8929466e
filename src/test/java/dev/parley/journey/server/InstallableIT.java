package dev.parley.journey.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What browsers need to install Parley and to wake it by a push. */
class InstallableIT {
  private static final URI BASE = ParleyServer.shared().base();

  private final Response manifest = get("/manifest.webmanifest");
  private final Response worker = get("/sw.js");

  @Test
  void the_manifest_is_one_by_its_type_and_bears_the_name_that_people_see() {
    JsonPath said = JsonPath.from(manifest.asString());
    String name = get("/chat/api/config/").path("name");
    assertThat(manifest.statusCode()).isEqualTo(200);
    assertThat(manifest.contentType()).startsWith("application/manifest+json");
    assertThat(said.getString("name")).isEqualTo(name);
    assertThat(said.getString("display")).isEqualTo("standalone");
  }

  @Test
  void every_icon_is_a_picture_of_the_size_it_says() throws IOException {
    List<Map<String, String>> icons = JsonPath.from(manifest.asString()).getList("icons");
    assertThat(icons)
        .extracting(icon -> icon.get("sizes") + " " + icon.get("purpose"))
        .contains("192x192 any", "512x512 any", "512x512 maskable");
    for (Map<String, String> icon : icons) {
      if (icon.get("type").equals("image/png")) {
        assertThat(size(icon.get("src"))).as(icon.get("src")).isEqualTo(icon.get("sizes"));
      }
    }
    assertThat(size("/icons/apple-touch-icon.png")).isEqualTo("180x180");
    assertThat(size("/icons/badge-96.png")).isEqualTo("96x96");
  }

  private static String size(String path) throws IOException {
    BufferedImage picture = ImageIO.read(BASE.resolve(path).toURL());
    return picture.getWidth() + "x" + picture.getHeight();
  }

  @Test
  void the_page_names_its_manifest_and_its_icons() {
    assertThat(get("/").asString())
        .contains("rel=\"manifest\" href=\"/manifest.webmanifest\"")
        .contains("rel=\"apple-touch-icon\" href=\"/icons/apple-touch-icon.png\"")
        .containsPattern("theme-color\" media=\"\\(prefers-color-scheme: dark\\)");
  }

  @Test
  void the_worker_is_a_small_script_that_browsers_ask_for_again_each_time() {
    assertThat(worker.statusCode()).isEqualTo(200);
    assertThat(worker.contentType()).contains("javascript");
    assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(worker.asByteArray()).hasSizeBetween(200, 10_000);
    assertThat(worker.asString()).contains("notificationclick").doesNotContain("fetch");
  }

  @Test
  void the_worker_may_load_icons_and_nothing_else() {
    assertThat(worker.header("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; img-src 'self'; frame-ancestors 'none'");
  }

  private static Response get(String path) {
    return given().accept("*/*").get(BASE.resolve(path));
  }
}
