package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Person;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** What people have written to each other in the pictures of the README. */
final class ReadmeChats {
  private final Map<String, Person> named;
  private final URI api;

  ReadmeChats(Map<String, Person> named, URI api) {
    this.named = named;
    this.api = api;
  }

  void arrange() throws IOException {
    Person sam = named.get("Sam Rivera");
    Person ada = named.get("Ada Okafor");
    Person maya = named.get("Maya Sørensen");
    Person liam = named.get("Liam Chen");
    says(named.get("Jonas Lindqvist"), with(sam, "Jonas Lindqvist"), "Rematch on Thursday?");
    says(sam, with(sam, "Maya Sørensen"), "see you at the pier at six");
    String group = group(sam, "Harbour crew", ada, liam, maya);
    says(maya, group, "Who brings the boat?");
    says(liam, group, "I can, if somebody helps with the trailer");
    says(sam, group, "@" + liam.username() + " I will");
    says(liam, with(sam, "Liam Chen"), "The tests are in");
    says(liam, with(sam, "Liam Chen"), "The deploy is green again");
    String withNoor = with(sam, "Noor Haddad");
    says(named.get("Noor Haddad"), withNoor, "", upload(named.get("Noor Haddad"), "pier.png"));
    withAda(sam, ada, with(sam, "Ada Okafor"));
  }

  private void withAda(Person sam, Person ada, String talk) throws IOException {
    says(ada, talk, "First light at the harbour", upload(ada, "harbour.png"));
    String lovely = says(sam, talk, "That is *lovely*. Shall we use it for the cover?");
    reacts(ada, talk, lovely, "💜");
    says(ada, talk, "With these greys:\n\n```\n--pane: #1b1a22;\n--canvas: #131219;\n```");
    String better = says(sam, talk, "Warmer, but still **calm**. Ship it this afternoon?");
    reacts(ada, talk, better, "🎉");
    says(ada, talk, "Ship it. I will bring the cake 🎂");
    for (Person one : List.of(sam, ada)) {
      one.post("conversations/" + talk + "/read/", Map.of("seq", 5)).then().statusCode(200);
    }
  }

  /** The direct conversation with somebody. */
  String with(Person one, String other) {
    return one.post("conversations/", Map.of("username", named.get(other).username())).path("id");
  }

  private static String group(Person owner, String title, Person... members) {
    List<String> names = java.util.stream.Stream.of(members).map(Person::username).toList();
    return owner.post("conversations/", Map.of("title", title, "members", names)).path("id");
  }

  private static String says(Person sender, String talk, String body, String... files) {
    Map<String, Object> message = new HashMap<>();
    message.put("client_id", UUID.randomUUID().toString());
    message.put("body", body);
    message.put("attachments", List.of(files));
    Response answer = sender.post("conversations/" + talk + "/messages/", message);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("id");
  }

  private static void reacts(Person person, String talk, String message, String emoji) {
    person.put("conversations/" + talk + "/messages/" + message + "/reactions/" + emoji + "/");
  }

  private String upload(Person owner, String name) throws IOException {
    return owner
        .call()
        .multiPart("file", name, dawn(name.hashCode()), "image/png")
        .post(api.resolve("attachments/"))
        .path("id");
  }

  /** A sky over water, in colours that its number decides. */
  private static byte[] dawn(int number) throws IOException {
    BufferedImage picture = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    float hue = Math.floorMod(number, 100) / 100f;
    Color sky = Color.getHSBColor(hue, 0.45f, 0.95f);
    Color horizon = Color.getHSBColor(hue + 0.12f, 0.55f, 1f);
    Color water = Color.getHSBColor(hue + 0.55f, 0.5f, 0.45f);
    brush.setPaint(new GradientPaint(0, 0, sky, 0, 340, horizon));
    brush.fillRect(0, 0, 960, 340);
    brush.setColor(new Color(255, 246, 220));
    brush.fillOval(600, 220, 150, 150);
    brush.setPaint(new GradientPaint(0, 340, horizon.darker(), 0, 540, water));
    brush.fillRect(0, 340, 960, 200);
    brush.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", file);
    return file.toByteArray();
  }
}
