package dev.parley.base.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;

/**
 * Content of an answer that is fetched piece by piece as the client takes it, once the call itself
 * is over; it stands in place of what a call writes.
 */
public final class AnswerStream {
  private static final String ATTRIBUTE = AnswerStream.class.getName();

  private AnswerStream() {}

  /** Has this follow as the content of the answer; it is closed in the end. */
  public static void follow(HttpServletRequest request, InputStream content) {
    request.setAttribute(ATTRIBUTE, content);
  }

  /** What is to follow, or null. */
  public static InputStream of(HttpServletRequest request) {
    return (InputStream) request.getAttribute(ATTRIBUTE);
  }
}
