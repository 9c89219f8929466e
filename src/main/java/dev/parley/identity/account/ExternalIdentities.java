package dev.parley.identity.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows who of the users signs in elsewhere; single sign-on, when it is built in, says so. */
public interface ExternalIdentities {

  /** Where somebody signs in. */
  record ExternalIdentity(String provider, String issuer) {}

  /** Those of these users who sign in elsewhere, with one identity each. */
  Map<UUID, ExternalIdentity> of(Collection<UUID> users);
}
