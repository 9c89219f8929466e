package dev.parley.base.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** An Internet address as text of which there is one for each address, as RFC 5952 writes it. */
final class InternetAddress {
  private static final int GROUPS = 8;

  private InternetAddress() {}

  /** The canonical text of an address; what is none stays as it is. */
  static String canonical(String text) {
    if (text == null || text.indexOf(':') < 0) {
      return text;
    }
    try {
      // With a colon in it this is never looked up as a name.
      InetAddress address = InetAddress.getByName(text.replaceFirst("%.*", ""));
      return address instanceof Inet6Address six ? text(six) : address.getHostAddress();
    } catch (UnknownHostException e) {
      return text;
    }
  }

  private static String text(Inet6Address address) {
    int[] groups = groups(address.getAddress());
    int from = 0;
    int zeros = 0;
    for (int i = 0; i < GROUPS; i++) {
      int length = zerosFrom(groups, i);
      if (length > zeros) {
        from = i;
        zeros = length;
      }
    }
    return zeros < 2
        ? join(groups, 0, GROUPS)
        : join(groups, 0, from) + "::" + join(groups, from + zeros, GROUPS);
  }

  private static int[] groups(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
    }
    return groups;
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String join(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
