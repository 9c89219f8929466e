package dev.parley.admin;

import dev.parley.account.AccountListService;
import dev.parley.account.AccountRecord;
import dev.parley.account.Identities;
import dev.parley.admin.AdminUser.ElsewhereIdentity;
import dev.parley.connection.ConnectionCounts;
import dev.parley.presence.Whereabouts;
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
  @Inject private Whereabouts whereabouts;
  @Inject private Instance<Identities> elsewhere;

  AdminUser one(String username) {
    return shown(List.of(accounts.byUsername(username))).get(0);
  }

  List<AdminUser> shown(List<AccountRecord> page) {
    List<UUID> ids = page.stream().map(AccountRecord::id).toList();
    Map<UUID, Integer> counts = connections.of(ids);
    Map<UUID, Identities.Identity> identities = new HashMap<>();
    elsewhere.forEach(known -> identities.putAll(known.of(ids)));
    return page.stream()
        .map(account -> shown(account, counts.get(account.id()), identities.get(account.id())))
        .toList();
  }

  private AdminUser shown(AccountRecord account, int connected, Identities.Identity identity) {
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
