package dev.parley.chat.message;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import dev.parley.base.request.DisplayText;
import dev.parley.base.request.Input;
import java.util.List;

/**
 * What a message says: verbatim, within its length, of characters that every part can keep, and
 * something that can be seen.
 */
final class MessageBody {
  private MessageBody() {}

  /**
   * A text as it may be sent.
   *
   * @param longest in Unicode code points
   * @param mayBeEmpty whether something else than the text says something
   * @throws DomainException {@code empty_message}, {@code message_too_long}, {@code
   *     invalid_characters}
   */
  static String checked(String text, int longest, boolean mayBeEmpty) {
    String body = text == null ? "" : text;
    if (body.codePointCount(0, body.length()) > longest) {
      throw refused(MessageCode.MESSAGE_TOO_LONG);
    }
    if (body.codePoints().anyMatch(Input::cannotBeKept)) {
      throw refused(MessageCode.INVALID_CHARACTERS);
    }
    if (DisplayText.showsSomething(body)) {
      return body;
    }
    if (mayBeEmpty) {
      return "";
    }
    throw refused(MessageCode.EMPTY_MESSAGE);
  }

  private static DomainException refused(MessageCode code) {
    return new DomainException(code, code.title(), List.of(new FieldError("body", code.title())));
  }
}
