package dev.parley.base.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The proxies that are believed when they say for whom they ask: addresses and CIDR blocks. */
public final class TrustedProxies {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

  private final List<Block> blocks;

  private TrustedProxies(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** All addresses of one family that begin with the same bits. */
  private record Block(byte[] address, int bits) {
    boolean has(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xFF00 >> bits % 8;
      return Arrays.equals(address, 0, whole, other, 0, whole)
          && (bits % 8 == 0 || ((address[whole] ^ other[whole]) & mask) == 0);
    }
  }

  /** The proxies of a list that is separated by commas; what is well formed nowhere is nobody. */
  public static TrustedProxies of(String list) {
    return new TrustedProxies(
        entries(list).map(TrustedProxies::block).flatMap(Optional::stream).toList());
  }

  /** Whether each entry of a list is an address or a CIDR block; an empty list is one, too. */
  public static boolean areWellFormed(String list) {
    return entries(list).map(TrustedProxies::block).allMatch(Optional::isPresent);
  }

  private static Stream<String> entries(String list) {
    return list.isBlank() ? Stream.empty() : Stream.of(list.split(",", -1)).map(String::strip);
  }

  /** Whether an address is one of theirs, however it is written. */
  boolean include(String address) {
    return !blocks.isEmpty()
        && bytes(address).filter(given -> blocks.stream().anyMatch(b -> b.has(given))).isPresent();
  }

  private static Optional<Block> block(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0 || address.isEmpty()) {
      return address.map(whole -> new Block(whole, whole.length * 8));
    }
    String length = text.substring(slash + 1);
    return LENGTH.matcher(length).matches()
        ? block(address.get(), Integer.parseInt(length) - mappedBits(text, address.get()))
        : Optional.empty();
  }

  private static Optional<Block> block(byte[] address, int bits) {
    return bits < 0 || bits > address.length * 8
        ? Optional.empty()
        : Optional.of(new Block(address, bits));
  }

  /** An IPv4 address within IPv6 is that IPv4 address; its block counts from the IPv6 one. */
  private static int mappedBits(String text, byte[] address) {
    return text.indexOf(':') >= 0 && address.length == 4 ? 96 : 0;
  }

  /** An address; nothing is ever looked up as a name. */
  private static Optional<byte[]> bytes(String text) {
    if (text.indexOf(':') < 0 && !V4.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text.replaceFirst("%.*", "")).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
