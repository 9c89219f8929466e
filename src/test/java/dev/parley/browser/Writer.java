package dev.parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.journey.Person;
import java.util.regex.Pattern;

/** Somebody at a browser who writes with others: where they write, and what they see of it. */
final class Writer implements AutoCloseable {
  private final Visitor visitor;

  Writer(Visitor visitor) {
    this.visitor = visitor;
  }

  Visitor visitor() {
    return visitor;
  }

  Page page() {
    return visitor.page();
  }

  /** Opens the conversation that the list shows under this name. */
  Writer opens(String title) {
    visitor.opensList("Chats");
    inList(title).getByRole(AriaRole.LINK).click();
    composer().waitFor();
    return this;
  }

  /** The row of a conversation in the list. */
  Locator inList(String title) {
    return visitor.listed("Chats").filter(new Locator.FilterOptions().setHasText(title));
  }

  Locator composer() {
    return page().locator("#composer");
  }

  Writer writes(String text) {
    composer().fill(text);
    composer().press("Enter");
    return this;
  }

  Locator log() {
    return page().getByRole(AriaRole.LOG);
  }

  /** The message that says this. */
  Locator message(String text) {
    return log()
        .getByRole(AriaRole.ARTICLE)
        .filter(new Locator.FilterOptions().setHas(page().getByText(text).first()));
  }

  /** How far a message of one's own has come: Sending, Sent, Delivered, Read or Not sent. */
  Locator receipt(String state) {
    return log().getByLabel(state, new Locator.GetByLabelOptions().setExact(true));
  }

  /** Does something with a message by the button that appears beside it. */
  Writer acts(String text, String act) {
    Locator message = message(text);
    message.hover();
    message
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(act).setExact(true))
        .click();
    return this;
  }

  Locator closedComposer() {
    return page().getByText("are not connected. What you wrote to each other stays readable.");
  }

  /** What the tab's title says. */
  static Pattern titleWithCount(int count) {
    return Pattern.compile("^\\(" + count + "\\) ");
  }

  static Writer at(Visitor visitor, Person person) {
    return new Writer(visitor.signsIn(person));
  }

  @Override
  public void close() {
    visitor.close();
  }
}
