package dev.parley.identity.sso;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The identities that are known, in the caller's transaction. */
@ApplicationScoped
public class KnownIdentities {
  private static final String COLUMNS = "select id, user_id, issuer, gave_admin from sso_identity ";

  @PersistenceContext private EntityManager database;
  @Inject private Providers providers;
  @Inject private Clock clock;

  /** An identity as its user sees it; of a provider that is configured no more only the issuer. */
  public record IdentityView(
      UUID id,
      String provider,
      String label,
      String issuer,
      String subject,
      String name,
      Instant linkedAt,
      Instant lastUsedAt) {}

  Optional<Identity> find(Provider provider, String subject) {
    return first(
        database
            .createNativeQuery(COLUMNS + "where issuer = ? and subject = ?")
            .setParameter(1, provider.issuer())
            .setParameter(2, subject));
  }

  Optional<Identity> of(UUID user, UUID id) {
    return first(
        database
            .createNativeQuery(COLUMNS + "where user_id = ? and id = ?")
            .setParameter(1, user)
            .setParameter(2, id));
  }

  private static Optional<Identity> first(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Identity((UUID) row[0], (UUID) row[1], (String) row[2], (Boolean) row[3]))
        .findFirst();
  }

  /** A new identity of a user. */
  Identity add(UUID user, Provider provider, ProviderClaims claims) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    database
        .createNativeQuery(
            "insert into sso_identity (id, user_id, issuer, subject, name, linked_at) values (?, ?, ?, ?, ?, ?)")
        .setParameter(1, id)
        .setParameter(2, user)
        .setParameter(3, provider.issuer())
        .setParameter(4, claims.subject())
        .setParameter(5, claims.shownName())
        .setParameter(6, Timestamp.from(clock.instant()))
        .executeUpdate();
    return new Identity(id, user, provider.issuer(), false);
  }

  /** Notes that it signs in now, and what the provider calls it now. */
  void used(Identity identity, ProviderClaims claims) {
    database
        .createNativeQuery("update sso_identity set last_used_at = ?, name = ? where id = ?")
        .setParameter(1, Timestamp.from(clock.instant()))
        .setParameter(2, claims.shownName())
        .setParameter(3, identity.id())
        .executeUpdate();
  }

  /** Notes whether its group has made the user an administrator. */
  void gaveAdmin(Identity identity, boolean gave) {
    database
        .createNativeQuery("update sso_identity set gave_admin = ? where id = ?")
        .setParameter(1, gave)
        .setParameter(2, identity.id())
        .executeUpdate();
  }

  /** Whether another identity of the user has made them an administrator as well. */
  boolean anotherGaveAdmin(Identity identity) {
    return !database
        .createNativeQuery(
            "select 1 from sso_identity where user_id = ? and id <> ? and gave_admin limit 1")
        .setParameter(1, identity.user())
        .setParameter(2, identity.id())
        .getResultList()
        .isEmpty();
  }

  void remove(Identity identity) {
    database
        .createNativeQuery("delete from sso_identity where id = ?")
        .setParameter(1, identity.id())
        .executeUpdate();
  }

  void removeAll(UUID user) {
    database
        .createNativeQuery("delete from sso_identity where user_id = ?")
        .setParameter(1, user)
        .executeUpdate();
  }

  /** The identities of a user, oldest first. */
  List<IdentityView> list(UUID user) {
    List<?> rows =
        database
            .createNativeQuery(
                "select id, issuer, subject, name, linked_at, last_used_at from sso_identity"
                    + " where user_id = ? order by id")
            .setParameter(1, user)
            .getResultList();
    return rows.stream().map(row -> view((Object[]) row)).toList();
  }

  private IdentityView view(Object[] row) {
    Optional<Provider> provider = providers.issuing((String) row[1]);
    return new IdentityView(
        (UUID) row[0],
        provider.map(Provider::id).orElse(null),
        provider.map(Provider::label).orElse((String) row[1]),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        ((Timestamp) row[4]).toInstant(),
        row[5] == null ? null : ((Timestamp) row[5]).toInstant());
  }
}
