package dev.parley.base.request;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/**
 * Reads Internet addresses and CIDR blocks as people and proxies write them: no name is looked up,
 * and no short, octal or ranged spelling is guessed at. IPv4 within IPv6 is that IPv4.
 */
final class InternetAddress {
  private static final int MAPPED_BITS = 96;
  private static final IPAddressStringParameters STRICT = strict();

  private InternetAddress() {}

  private static IPAddressStringParameters strict() {
    IPAddressStringParameters.Builder strict =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false)
            .setRangeOptions(RangeParameters.NO_RANGE);
    strict.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
    strict
        .getIPv6AddressParametersBuilder()
        .allowBase85(false)
        .allowBinary(false)
        .getEmbeddedIPv4AddressParametersBuilder()
        .allowLeadingZeros(false);
    return strict.toParams();
  }

  /** The canonical text of an address, as RFC 5952 writes it; what is none stays as it is. */
  static String canonical(String text) {
    return of(text).map(IPAddress::toCanonicalString).orElse(text);
  }

  /** The address that a text is. */
  static Optional<IPAddress> of(String text) {
    return block(text).filter(block -> !block.isPrefixed());
  }

  /** The CIDR block that a text is; an address is a block of one. */
  static Optional<IPAddress> block(String text) {
    return Optional.ofNullable(text) // the server has none of a client that has just left
        .map(given -> new IPAddressString(given.replaceFirst("%[^/]*", ""), STRICT).getAddress())
        .filter(block -> !isMapped(block) || !block.isPrefixed() || bits(block) >= MAPPED_BITS)
        .map(block -> isMapped(block) ? block.toIPv4() : block)
        .map(IPAddress::toPrefixBlock);
  }

  private static boolean isMapped(IPAddress block) {
    return block.isIPv6() && block.toIPv6().isIPv4Mapped();
  }

  private static int bits(IPAddress block) {
    return block.getNetworkPrefixLength();
  }
}
