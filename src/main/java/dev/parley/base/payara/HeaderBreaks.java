package dev.parley.base.payara;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpServerFilter;

/**
 * Shows the application what the server would hide: a line break within a header's value becomes
 * NUL before the server reads it, for the application's filter to refuse. The server's own check
 * would also refuse every byte above 127, which RFC 9110 lets pass.
 */
public final class HeaderBreaks extends HttpProbe.Adapter {
  private static final Attribute<Object> REQUEST =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(
          HttpServerFilter.HTTP_SERVER_REQUEST_ATTR_NAME);

  @Override
  public void onDataReceivedEvent(
      @SuppressWarnings("rawtypes") Connection connection, Buffer received) {
    if (REQUEST.get(connection) instanceof HttpPacketParsing request && !request.isHeaderParsed()) {
      mark(received);
    }
  }

  /**
   * Marks what breaks lines otherwise than by CR LF, up to the blank line that ends the headers.
   */
  static void mark(Buffer head) {
    int line = endOfLine(head, head.position()) + 1;
    for (int i = line; i < head.limit(); i++) {
      byte sign = head.get(i);
      if (sign == '\r' && i + 1 < head.limit() && head.get(i + 1) != '\n') {
        head.put(i, (byte) 0);
      } else if (sign == '\n') {
        boolean whole = head.get(i - 1) == '\r';
        if (i - line == (whole ? 1 : 0)) {
          return;
        }
        if (!whole) {
          head.put(i - 1, (byte) 0);
        }
        line = i + 1;
      }
    }
  }

  private static int endOfLine(Buffer head, int from) {
    int at = from;
    while (at < head.limit() && head.get(at) != '\n') {
      at++;
    }
    return at;
  }
}
