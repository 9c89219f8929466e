package dev.parley.server.transfer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what each address has under way; those of one IPv6 network count as one. */
final class AddressCount {
  private static final int NETWORK_GROUPS = 4;

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /** Counts one more; false when there are as many as may be. At 0 there may be any number. */
  boolean enter(String address, int most) {
    boolean[] entered = new boolean[1];
    counts.compute(
        network(address),
        (key, count) -> {
          int before = count == null ? 0 : count;
          entered[0] = most == 0 || before < most;
          return entered[0] ? Integer.valueOf(before + 1) : count;
        });
    return entered[0];
  }

  void leave(String address) {
    counts.computeIfPresent(network(address), (key, count) -> count == 1 ? null : count - 1);
  }

  /** The first 64 bits of an IPv6 address: a single household has all the others for itself. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    int zeros = address.indexOf("::");
    String head = zeros < 0 ? address : address.substring(0, zeros);
    String[] groups = head.split(":");
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < NETWORK_GROUPS; i++) {
      network.append(i < groups.length ? groups[i] : "").append(':');
    }
    return network.toString();
  }
}
