package dev.parley.administration.admin;

import dev.parley.administration.admin.AdminUser.ElsewhereIdentity;
import dev.parley.consent.connection.ConnectionCounts;
import dev.parley.identity.account.AccountListService;
import dev.parley.identity.account.AccountRecord;
import dev.parley.identity.account.ExternalIdentities;
import dev.parley.reach.presence.PresenceLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows accounts to administrators, with what the other chapters know of their people. */
@ApplicationScoped
class AdminUsers {
  @Inject private AccountListService accounts;
  @Inject private ConnectionCounts connections;
  @Inject private PresenceLookup whereabouts;
  @Inject private Instance<ExternalIdentities> elsewhere;

  AdminUser one(String username) {
    return shown(List.of(accounts.byUsername(username))).get(0);
  }

  List<AdminUser> shown(List<AccountRecord> page) {
    List<UUID> ids = page.stream().map(AccountRecord::id).toList();
    Map<UUID, Integer> counts = connections.of(ids);
    Map<UUID, ExternalIdentities.ExternalIdentity> identities = new HashMap<>();
    elsewhere.forEach(known -> identities.putAll(known.of(ids)));
    return page.stream()
        .map(account -> shown(account, counts.get(account.id()), identities.get(account.id())))
        .toList();
  }

  private AdminUser shown(
      AccountRecord account, int connected, ExternalIdentities.ExternalIdentity identity) {
    return new AdminUser(
        account.id(),
        account.username(),
        account.displayName(),
        account.avatarUrl(),
        account.admin() ? List.of("admin") : List.of(),
        account.enabled(),
        account.disabledReason(),
        account.createdAt(),
        account.lastSignInAt(),
        identity == null ? null : new ElsewhereIdentity(identity.provider(), identity.issuer()),
        connected,
        whereabouts.liveSessions(account.id()),
        false,
        account.version());
  }
}
