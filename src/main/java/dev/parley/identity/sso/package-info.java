/**
 * Signing in with the company's identity provider (OpenID Connect).
 *
 * <p>A user is (issuer, subject): the account is made when that pair signs in first, and linked to
 * an account that exists only by an act of its owner, never by a name or an address that happen to
 * be equal. A provider's token is good when its signature, issuer, audience, authorized party and
 * times are, and works once. A group makes somebody an administrator only when the configuration
 * names it, and takes nothing that it did not give. What the provider signs out is out at once,
 * live sessions included, and no token that is older gets in again.
 */
package dev.parley.identity.sso;
