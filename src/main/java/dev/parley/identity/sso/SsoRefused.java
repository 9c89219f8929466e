package dev.parley.identity.sso;

/**
 * A token of a provider was refused; fired outside any transaction.
 *
 * @param reason a fixed phrase for operators, nothing that the token says
 * @param address where it came from
 */
public record SsoRefused(String provider, String reason, String address) {}
