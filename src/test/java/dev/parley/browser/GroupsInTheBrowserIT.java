package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The owner of a group names it, gives it a picture, brings people in, hands it over and leaves.
 */
class GroupsInTheBrowserIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");
  private final Person cleo = people.register("cleo");

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private static FilePayload picture() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", file);
    return new FilePayload("crew.png", "image/png", file.toByteArray());
  }

  private static Locator members(Writer writer) {
    return writer.page().getByLabel("Members", new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator inDialog(Writer writer, String button) {
    return writer
        .visitor()
        .dialog()
        .getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(button).setExact(true));
  }

  @Test
  void a_group_is_named_pictured_enlarged_and_handed_over() throws IOException {
    ada.connectsWith(ben);
    ada.connectsWith(cleo);
    ada.post("conversations/", Map.of("title", "Harbour", "members", List.of(ben.username())))
        .then()
        .statusCode(201);
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada);
        Writer atBen = Writer.at(TheBrowser.visitor(server), ben)) {
      atAda.opens("Harbour");
      atBen.opens("Harbour");
      assertThat(atBen.visitor().button("Rename")).hasCount(0);
      assertThat(atBen.visitor().button("Choose a picture")).hasCount(0);

      atAda.visitor().button("Rename").click();
      atAda.visitor().field("Name of the group").fill("Harbour crew");
      inDialog(atAda, "Rename").click();
      assertThat(atBen.visitor().heading("Harbour crew").first()).isVisible();

      atAda.page().locator("input[type=file][accept*=png]").setInputFiles(picture());
      assertThat(atAda.page().locator(".thread-head img")).isVisible();
      assertThat(atBen.page().locator(".thread-head img")).isVisible();
      assertThat(atBen.inList("Harbour crew").locator("img")).isVisible();
      assertThat(atBen.inList("Harbour crew").locator("img")).hasJSProperty("naturalWidth", 256);
      atAda.visitor().button("Remove the picture").click();
      assertThat(atBen.page().locator(".thread-head img")).hasCount(0);

      atAda.visitor().button("Add people").click();
      atAda.visitor().dialog().getByLabel(cleo.username(), exactly()).check();
      inDialog(atAda, "Add").click();
      assertThat(members(atBen).getByText("@" + cleo.username())).isVisible();
      assertThat(atBen.page().getByText("3 members")).isVisible();

      atAda.visitor().button("Leave the group").click();
      assertThat(atAda.visitor().dialog().getByLabel("Who owns the group after you").first())
          .hasValue(ben.username());
      inDialog(atAda, "Leave").click();
      assertThat(atAda.inList("Harbour crew")).hasCount(0);
      assertThat(members(atBen).getByText("@" + ada.username())).hasCount(0);
      assertThat(atBen.visitor().button("Rename")).isVisible();
      assertThat(atAda.visitor().complaints()).isEmpty();
      assertThat(atBen.visitor().complaints()).isEmpty();
    }
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }
}
