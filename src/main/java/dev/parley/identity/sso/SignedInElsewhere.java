package dev.parley.identity.sso;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells administrators which users sign in by a provider: each with their first identity. */
@ApplicationScoped
public class SignedInElsewhere implements dev.parley.identity.account.ExternalIdentities {
  private static final String FIRST =
      "select distinct on (user_id) user_id, issuer from sso_identity"
          + " where user_id = any (cast(string_to_array(?1, ',') as uuid[])) order by user_id, id";

  @PersistenceContext private EntityManager database;
  @Inject private Providers providers;

  @Override
  public Map<UUID, dev.parley.identity.account.ExternalIdentities.ExternalIdentity> of(
      Collection<UUID> users) {
    List<?> rows =
        database
            .createNativeQuery(FIRST)
            .setParameter(1, users.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    Map<UUID, dev.parley.identity.account.ExternalIdentities.ExternalIdentity> found =
        new HashMap<>();
    for (Object row : rows) {
      String issuer = (String) ((Object[]) row)[1];
      String provider = providers.issuing(issuer).map(Provider::id).orElse(null);
      found.put(
          (UUID) ((Object[]) row)[0],
          new dev.parley.identity.account.ExternalIdentities.ExternalIdentity(provider, issuer));
    }
    return found;
  }
}
