package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures and files go with messages: chosen, pasted or dropped, and seen by the other one. */
class ChatAttachmentsInTheBrowserIT {
  private static final byte[] MINUTES = "we met".getBytes(StandardCharsets.UTF_8);

  /** What a browser does when somebody pastes a picture, or drops a file on the conversation. */
  private static final String PASTE =
      """
      async () => {
        const canvas = document.createElement('canvas');
        const picture = await new Promise((done) => canvas.toBlob(done));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([picture], 'pasted.png', { type: 'image/png' }));
        document.getElementById('composer').dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }""";

  private static final String DRAG =
      """
      (name) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }));
        document.querySelector('[role=log]').dispatchEvent(
          new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      }""";

  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @BeforeAll
  static void a_busy_machine_is_given_time() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private static FilePayload picture() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", file);
    return new FilePayload("view.png", "image/png", file.toByteArray());
  }

  private static void chooses(Writer writer, FilePayload... files) {
    writer.page().locator("input[type=file]").first().setInputFiles(files);
  }

  private static Locator attached(Writer writer, String name) {
    return writer.visitor().listed("Attachments").filter(withText(name));
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void pictures_and_files_are_chosen_pasted_and_dropped_and_the_other_one_has_them()
      throws IOException {
    ada.connectsWith(ben);
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada);
        Writer atBen = Writer.at(TheBrowser.visitor(server), ben)) {
      atAda.opens(ben.username());
      atBen.opens(ada.username());
      chooses(atAda, picture(), new FilePayload("minutes.txt", "text/plain", MINUTES));
      atAda.page().evaluate(PASTE);
      assertThat(attached(atAda, "pasted.png")).isVisible();
      atAda.page().evaluate(DRAG, "dragover");
      assertThat(atAda.page().getByText("Drop files here to attach them")).isVisible();
      atAda.page().evaluate(DRAG, "drop");
      assertThat(attached(atAda, "dropped.txt")).isVisible();
      // Sent at once, or as soon as all four are there.
      atAda.writes("What we decided");

      Locator message = atBen.message("What we decided");
      assertThat(message.getByLabel("Look at view.png")).isVisible();
      assertThat(message.getByLabel("Look at pasted.png")).isVisible();
      assertThat(message.locator("img").first()).isVisible();
      assertThat(attached(atAda, "")).hasCount(0);
      Download minutes =
          atBen.page().waitForDownload(() -> message.getByText("minutes.txt").click());
      assertThat(Files.readAllBytes(minutes.path())).isEqualTo(MINUTES);

      message.getByLabel("Look at view.png").click();
      assertThat(atBen.visitor().dialog().locator("img")).isVisible();
      Download picture =
          atBen.page().waitForDownload(() -> atBen.visitor().dialog().getByText("Save").click());
      assertThat(picture.suggestedFilename()).isEqualTo("view.png");
      atBen.page().keyboard().press("ArrowRight");
      assertThat(atBen.visitor().dialog().getByAltText("pasted.png")).isVisible();
      atBen.visitor().dialog().getByLabel("Previous picture").click();
      assertThat(atBen.visitor().dialog().getByAltText("view.png")).isVisible();
      atBen.page().keyboard().press("Escape");
      assertThat(atBen.visitor().dialog()).hasCount(0);
      assertThat(atBen.page().getByLabel("Shared photos").locator("img")).hasCount(2);
      assertThat(atAda.visitor().complaints()).isEmpty();
      assertThat(atBen.visitor().complaints()).isEmpty();
    }
  }

  @Test
  void what_cannot_be_attached_says_why_and_what_only_failed_is_tried_again() throws IOException {
    ada.connectsWith(ben);
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada)) {
      atAda.opens(ben.username());
      byte[] large = new byte[10 * 1024 * 1024 + 1];
      chooses(atAda, new FilePayload("large.bin", "application/octet-stream", large));
      assertThat(attached(atAda, "large.bin")).containsText("Larger than 10 MiB");
      chooses(atAda, new FilePayload("empty.txt", "text/plain", new byte[0]));
      assertThat(attached(atAda, "empty.txt").getByRole(AriaRole.ALERT)).isVisible();
      atAda.page().getByLabel("Remove large.bin").click();
      atAda.page().getByLabel("Remove empty.txt").click();

      atAda.page().route("**/attachments/", Route::abort);
      chooses(atAda, picture());
      assertThat(attached(atAda, "view.png")).containsText("cannot be reached");
      atAda.writes("The view");
      assertThat(atAda.page().getByText("Not everything could be attached")).isVisible();
      assertThat(atAda.message("The view")).hasCount(0);
      atAda.page().unroute("**/attachments/");
      attached(atAda, "view.png").getByText("Try again").click();
      assertThat(atAda.message("The view").locator("img")).isVisible();
    }
  }

  @Test
  void what_is_written_while_a_picture_is_still_coming_is_a_message_of_its_own()
      throws IOException {
    ada.connectsWith(ben);
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada);
        Writer atBen = Writer.at(TheBrowser.visitor(server), ben)) {
      atAda.opens(ben.username());
      atBen.opens(ada.username());
      List<Route> held = new ArrayList<>();
      atAda.page().route("**/attachments/", held::add);
      chooses(atAda, picture());
      atAda.page().waitForCondition(() -> !held.isEmpty());
      atAda.writes("The valley");
      atAda.writes("That was in May");
      assertThat(atAda.composer()).hasValue("");
      assertThat(attached(atAda, "")).hasCount(0);
      assertThat(atAda.message("The valley")).containsText("view.png, uploading");
      assertThat(atAda.message("That was in May")).isVisible();

      atAda.page().unroute("**/attachments/");
      held.forEach(Route::resume);
      assertThat(atBen.message("The valley").getByLabel("Look at view.png")).isVisible();
      assertThat(atBen.log().getByRole(AriaRole.ARTICLE))
          .containsText(new String[] {"The valley", "That was in May"});
      assertThat(atBen.message("That was in May").getByLabel("Look at view.png")).hasCount(0);
      assertThat(atAda.receipt("Sending")).hasCount(0);
      assertThat(atAda.visitor().complaints()).isEmpty();
    }
  }

  @Test
  void a_picture_that_comes_late_moves_nothing() throws IOException {
    ada.connectsWith(ben);
    try (Writer atAda = Writer.at(TheBrowser.visitor(server), ada);
        Writer atBen = Writer.at(TheBrowser.visitor(server), ben)) {
      atAda.opens(ben.username());
      chooses(atAda, picture());
      atAda.writes("the first");
      assertThat(attached(atAda, "")).hasCount(0);
      atAda.writes("the last");
      assertThat(atAda.receipt("Sending")).hasCount(0);
      List<Route> held = new ArrayList<>();
      atBen.page().route("**/thumbnail/", held::add);
      atBen.opens(ada.username());
      assertThat(atBen.message("the last")).isInViewport();
      double before = atBen.message("the last").boundingBox().y;
      atBen.page().waitForCondition(() -> !held.isEmpty());
      // Whatever asks for it once more is not held any longer.
      atBen.page().unroute("**/thumbnail/");
      held.forEach(Route::resume);
      assertThat(atBen.message("the first").locator("img")).isVisible();
      assertThat(atBen.message("the last").boundingBox().y).isEqualTo(before);
    }
  }
}
