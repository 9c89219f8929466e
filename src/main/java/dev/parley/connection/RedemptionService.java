package dev.parley.connection;

import dev.parley.account.Profile;
import dev.parley.account.Profiles;
import dev.parley.caller.Input;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens connection links: whoever opens one asks its owner for a connection, or is connected at
 * once. The owner gave it away, so neither their settings nor the caps stand in the way.
 */
@ApplicationScoped
@Transactional
public class RedemptionService {
  private static final int CODE_LENGTH = 200;
  private static final String BY_CODE =
      "select id, owner_id, uses_left, expires_at, revoked_at, auto_accept from connection_link where code = ?";

  @PersistenceContext private EntityManager database;
  @Inject private ConnectionService connections;
  @Inject private Relations relations;
  @Inject private Transitions transitions;
  @Inject private PairViews pairs;
  @Inject private Profiles profiles;
  @Inject private Clock clock;

  /**
   * Opens a link: the relation it came to. Somebody who stands in a relation already uses nothing
   * up, unless the link connects those who wait.
   */
  public ConnectionView redeem(UUID actor, String code) {
    Object[] found = find(code, "");
    Profile owner =
        profiles
            .byId((UUID) found[1])
            .filter(Profile::enabled)
            .orElseThrow(RedemptionService::unknown);
    Optional<UserConnection> live = connections.begin(actor, owner.id());
    Object[] link = find(code, " for update");
    requireNotBlocked(owner.id(), actor, link);
    UserConnection connection =
        live.isPresent()
            ? meet(actor, link, connections.cross(actor, live.get()))
            : open(actor, owner.id(), link);
    return pairs.tell(actor, connection);
  }

  /** To somebody its maker blocks, a link that is open looks used up, whatever it did before. */
  void requireNotBlocked(UUID owner, UUID actor, Object[] link) {
    if (relations.blocks(owner, actor)) {
      requireOpen(link);
      throw new DomainException(ConnectionCode.LINK_USED_UP);
    }
  }

  private UserConnection meet(UUID actor, Object[] link, UserConnection standing) {
    if (!hasUsed((UUID) link[0], actor)) {
      requireOpen(link);
    }
    if (!standing.isPending() || !connectsAtOnce(link)) {
      return standing;
    }
    requireOpen(link);
    use((UUID) link[0], actor);
    return transitions.approve(standing, actor);
  }

  private UserConnection open(UUID actor, UUID owner, Object[] link) {
    requireOpen(link);
    use((UUID) link[0], actor);
    return connectsAtOnce(link)
        ? transitions.connect(actor, owner)
        : transitions.request(actor, owner, "");
  }

  private static boolean connectsAtOnce(Object[] link) {
    return (Boolean) link[5];
  }

  Object[] find(String code, String lock) {
    List<?> found =
        database
            .createNativeQuery(BY_CODE + lock)
            .setParameter(1, Input.text(Input.required(code, "code"), CODE_LENGTH, "code"))
            .getResultList();
    return found.stream()
        .findFirst()
        .map(Object[].class::cast)
        .orElseThrow(RedemptionService::unknown);
  }

  static DomainException unknown() {
    return new DomainException(ConnectionCode.LINK_NOT_FOUND);
  }

  void requireOpen(Object[] link) {
    if (link[4] != null) {
      throw new DomainException(ConnectionCode.LINK_REVOKED);
    }
    if (!((Timestamp) link[3]).toInstant().isAfter(clock.instant())) {
      throw new DomainException(ConnectionCode.LINK_EXPIRED);
    }
    if (((Number) link[2]).intValue() == 0) {
      throw new DomainException(ConnectionCode.LINK_USED_UP);
    }
  }

  boolean hasUsed(UUID link, UUID user) {
    return !database
        .createNativeQuery("select 1 from connection_link_use where link_id = ? and user_id = ?")
        .setParameter(1, link)
        .setParameter(2, user)
        .getResultList()
        .isEmpty();
  }

  private void use(UUID link, UUID user) {
    database
        .createNativeQuery("update connection_link set uses_left = uses_left - 1 where id = ?")
        .setParameter(1, link)
        .executeUpdate();
    database
        .createNativeQuery(
            "insert into connection_link_use (link_id, user_id, used_at) values (?, ?, ?) on conflict do nothing")
        .setParameter(1, link)
        .setParameter(2, user)
        .setParameter(3, Timestamp.from(clock.instant()))
        .executeUpdate();
  }
}
