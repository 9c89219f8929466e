package dev.parley.connection;

import dev.parley.account.Profile;
import dev.parley.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;

/** Shows who gives a connection link, to those who have it, before they sign in too. */
@ApplicationScoped
@Transactional
public class LinkPreviewService {
  @Inject private RedemptionService links;
  @Inject private Profiles profiles;
  @Inject private Persons persons;

  /**
   * A link before it is opened. It is refused where opening it would be.
   *
   * @param viewer who looks, null when nobody is signed in
   */
  public LinkPreview preview(UUID viewer, String code) {
    Object[] link = links.find(code, "");
    Profile owner =
        profiles
            .byId((UUID) link[1])
            .filter(Profile::enabled)
            .orElseThrow(RedemptionService::unknown);
    if (viewer != null) {
      links.requireNotBlocked(owner.id(), viewer, link);
    }
    if (viewer == null || !links.hasUsed((UUID) link[0], viewer)) {
      links.requireOpen(link);
    }
    return new LinkPreview(
        seenBy(viewer, owner), (Boolean) link[5], ((Timestamp) link[3]).toInstant());
  }

  private PersonView seenBy(UUID viewer, Profile owner) {
    return viewer == null
        ? new PersonView(
            owner.id(),
            owner.username(),
            owner.displayName(),
            owner.avatarUrl(),
            "",
            "none",
            0,
            null,
            false)
        : persons.seenBy(viewer, List.of(owner.id())).get(owner.id());
  }
}
