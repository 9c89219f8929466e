package dev.parley.consent.invitation;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.consent.connection.ConnectionService;
import dev.parley.consent.connection.ConnectionView;
import dev.parley.consent.connection.RequestPermit;
import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Opens connection links: the opener asks the link's owner for a connection, or is connected at
 * once. The owner gave it away, so neither their settings nor the caps stand in the way.
 */
@ApplicationScoped
@Transactional
public class LinkRedemptionService {
  private static final int CODE_LENGTH = 200;
  private static final String BY_CODE =
      "select id, owner_id, uses_left, expires_at, revoked_at, auto_accept from connection_link where code = ?";

  @PersistenceContext private EntityManager database;
  @Inject private ConnectionService connections;
  @Inject private Profiles profiles;
  @Inject private Clock clock;

  /** A row of a link. */
  record StoredLink(
      UUID id, UUID owner, int usesLeft, Instant expiresAt, boolean revoked, boolean autoAccept) {
    private static StoredLink of(Object[] row) {
      return new StoredLink(
          (UUID) row[0],
          (UUID) row[1],
          ((Number) row[2]).intValue(),
          ((Timestamp) row[3]).toInstant(),
          row[4] != null,
          (Boolean) row[5]);
    }
  }

  /**
   * Opens a link: the relation it came to. Somebody who stands in a relation already uses nothing
   * up, unless the link connects those who wait.
   */
  public ConnectionView redeem(UUID actor, String code) {
    Profile owner =
        profiles
            .byId(find(code, "").owner())
            .filter(Profile::enabled)
            .orElseThrow(LinkRedemptionService::unknown);
    return connections.meet(actor, owner.id(), () -> permit(find(code, " for update"), actor));
  }

  StoredLink find(String code, String lock) {
    List<?> found =
        database
            .createNativeQuery(BY_CODE + lock)
            .setParameter(1, Input.text(Input.required(code, "code"), CODE_LENGTH, "code"))
            .getResultList();
    return found.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(StoredLink::of)
        .orElseThrow(LinkRedemptionService::unknown);
  }

  static DomainException unknown() {
    return new DomainException(InvitationCode.LINK_NOT_FOUND);
  }

  /** What a link permits to this person. */
  RequestPermit permit(StoredLink link, UUID opener) {
    return new Permit(link, opener);
  }

  void requireOpen(StoredLink link) {
    if (link.revoked()) {
      throw new DomainException(InvitationCode.LINK_REVOKED);
    }
    if (!link.expiresAt().isAfter(clock.instant())) {
      throw new DomainException(InvitationCode.LINK_EXPIRED);
    }
    if (link.usesLeft() == 0) {
      throw new DomainException(InvitationCode.LINK_USED_UP);
    }
  }

  private boolean hasUsed(UUID link, UUID user) {
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

  /** The permit that a locked link gives to who opens it. */
  private final class Permit implements RequestPermit {
    private final StoredLink link;
    private final UUID opener;

    private Permit(StoredLink link, UUID opener) {
      this.link = link;
      this.opener = opener;
    }

    @Override
    public void requireGood() {
      requireOpen(link);
    }

    /** A link that is open looks used up, whatever it did before. */
    @Override
    public DomainException refusalToBlocked() {
      requireOpen(link);
      return new DomainException(InvitationCode.LINK_USED_UP);
    }

    @Override
    public boolean connectsAtOnce() {
      return link.autoAccept();
    }

    @Override
    public boolean isUsed() {
      return hasUsed(link.id(), opener);
    }

    @Override
    public void use() {
      LinkRedemptionService.this.use(link.id(), opener);
    }
  }
}
