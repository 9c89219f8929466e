package dev.parley.identity.sso;

import dev.parley.identity.account.RoleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * The group of a provider whose members administer: whoever comes in it is made an administrator,
 * and whoever was made one by it comes without it is one no more. What somebody else gave stays.
 */
@ApplicationScoped
public class AdminGroup {
  @Inject private RoleService roles;
  @Inject private KnownIdentities identities;
  @Inject private Event<AdminGroupApplied> followed;

  /** Brings the role of a user to what their groups say, in the caller's transaction. */
  void follow(Provider provider, Identity identity, ProviderClaims claims) {
    boolean member = provider.adminGroup().filter(claims.groups()::contains).isPresent();
    if (member && roles.giveAdministration(identity.user())) {
      identities.gaveAdmin(identity, true);
      followed.fire(new AdminGroupApplied(identity.user(), provider.id(), true));
    } else if (!member) {
      withdraw(provider.id(), identity);
    }
  }

  /** Takes back what the group gave: an identity without its group, or one that goes. */
  void withdraw(String provider, Identity identity) {
    if (!identity.gaveAdmin()) {
      return;
    }
    if (identities.anotherGaveAdmin(identity)) {
      identities.gaveAdmin(identity, false);
    } else if (roles.takeAdministration(identity.user())) {
      identities.gaveAdmin(identity, false);
      followed.fire(new AdminGroupApplied(identity.user(), provider, false));
    }
  }
}
