package dev.parley.base.request;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxies that are believed when they say for whom they ask: addresses and CIDR blocks. */
public final class TrustedProxies {
  private final List<IPAddress> blocks;

  private TrustedProxies(List<IPAddress> blocks) {
    this.blocks = blocks;
  }

  /** The proxies of a list that is separated by commas; what is well formed nowhere is nobody. */
  public static TrustedProxies of(String list) {
    return new TrustedProxies(
        entries(list).map(InternetAddress::block).flatMap(Optional::stream).toList());
  }

  /** Whether each entry of a list is an address or a CIDR block; an empty list is one, too. */
  public static boolean areWellFormed(String list) {
    return entries(list).map(InternetAddress::block).allMatch(Optional::isPresent);
  }

  private static Stream<String> entries(String list) {
    return list.isBlank() ? Stream.empty() : Stream.of(list.split(",", -1)).map(String::strip);
  }

  /** Whether an address is one of theirs, however it is written. */
  boolean include(String address) {
    return !blocks.isEmpty()
        && InternetAddress.of(address)
            .filter(given -> blocks.stream().anyMatch(block -> block.contains(given)))
            .isPresent();
  }
}
