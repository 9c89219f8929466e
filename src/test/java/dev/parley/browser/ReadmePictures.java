package dev.parley.browser;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Makes the pictures of the README from the real screen, on demand: {@code mvn verify
 * -Dit.test=ReadmePictures -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReadmePictures {
  private static final String PASSWORD = "correct horse battery";
  private static final List<String> FRIENDS =
      List.of("Ada Okafor", "Liam Chen", "Maya Sørensen", "Noor Haddad", "Jonas Lindqvist");
  private static final List<String> OTHERS =
      List.of(
          "Amara Diallo",
          "Carmen Ortiz",
          "Elena Petrova",
          "Hugo Marchetti",
          "Ines Duarte",
          "Kwame Boateng",
          "Lucía Navarro",
          "Mateus Rocha",
          "Nadia Haidari",
          "Priya Raman",
          "Sofia Lindgren",
          "Yuki Tanaka",
          "Zoë van Dijk");

  private final Map<String, Person> named = new LinkedHashMap<>();

  @Test
  void are_made_from_the_real_screen() throws IOException {
    try (ParleyServer server = ParleyServer.start("readme-pictures", Map.of());
        Visitor sam = arranged(server);
        Visitor ada = TheBrowser.visitor(server).signsIn(named.get("Ada Okafor"))) {
      ReadmeChats chats = new ReadmeChats(named, server.api());
      chats.arrange();
      String withAda = "/chats/" + chats.with(named.get("Sam Rivera"), "Ada Okafor");
      ada.opens("/people").isInSync();
      sam.opens(withAda).isInSync();
      Locator log = sam.page().getByRole(AriaRole.LOG);
      log.getByText("I will bring the cake").waitFor();
      log.locator("pre").waitFor();
      log.locator("img").first().waitFor();
      sam.page().getByText("Online").waitFor();
      take(sam, "chats.png");

      sam.opens("/people/tariq").isInSync();
      sam.heading("Tariq Aziz asks to connect with you").waitFor();
      sam.page().getByLabel("What happened").getByText("sent the request").waitFor();
      take(sam, "people.png");

      sam.page().setViewportSize(390, 844);
      sam.opens("/requests").isInSync();
      sam.listed("Requests to you").first().waitFor();
      take(sam, "phone.png");
    }
  }

  private static void take(Visitor visitor, String name) {
    visitor.page().waitForFunction("document.fonts.status === 'loaded'");
    Path file = Path.of(System.getProperty("parley.basedir", ""), "src/readme", name);
    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  private Visitor arranged(ParleyServer server) {
    register(server, "Sam Rivera", "Tariq Aziz", "Kofi Mensah");
    register(server, FRIENDS.toArray(String[]::new));
    register(server, OTHERS.toArray(String[]::new));
    Person sam = named.get("Sam Rivera");
    Person tariq = named.get("Tariq Aziz");
    Person kofi = named.get("Kofi Mensah");
    for (String friend : FRIENDS) {
      sam.connectsWith(named.get(friend));
      tariq.connectsWith(named.get(friend));
    }
    kofi.connectsWith(named.get("Maya Sørensen"));
    kofi.connectsWith(named.get("Liam Chen"));
    named.get("Priya Raman").connectsWith(named.get("Ada Okafor"));
    named.get("Hugo Marchetti").connectsWith(named.get("Noor Haddad"));
    named.get("Hugo Marchetti").connectsWith(named.get("Jonas Lindqvist"));
    asks(kofi, sam, "Saw your talk notes, would love to chat about them.");
    asks(tariq, sam, "We met at the bike repair night. Want to swap routes?");
    asks(sam, named.get("Sofia Lindgren"), "Loved your piece on maps.");
    String newest = sam.get("notifications/?limit=1").path("items[0].id");
    sam.post("notifications/read/", Map.of("up_to", newest));
    return TheBrowser.visitor(server).signsIn(sam);
  }

  private void register(ParleyServer server, String... names) {
    for (String name : names) {
      String first = Normalizer.normalize(name.split(" ")[0], Normalizer.Form.NFD);
      String username = first.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
      given()
          .contentType(JSON)
          .body(Map.of("username", username, "password", PASSWORD, "display_name", name))
          .post(server.api().resolve("register/"))
          .then()
          .statusCode(201);
      named.put(name, new People(server).signIn(username, PASSWORD));
    }
  }

  private static void asks(Person sender, Person receiver, String note) {
    sender
        .post("connections/", Map.of("receiver", receiver.username(), "note", note))
        .then()
        .statusCode(201);
  }
}
