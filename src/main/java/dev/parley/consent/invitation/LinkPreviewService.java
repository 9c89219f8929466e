package dev.parley.consent.invitation;

import dev.parley.consent.connection.BlockService;
import dev.parley.consent.connection.RequestPermit;
import dev.parley.consent.person.PersonView;
import dev.parley.consent.person.PersonViews;
import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Shows who gives a connection link, to those who have it, before they sign in too. */
@ApplicationScoped
@Transactional
public class LinkPreviewService {
  @Inject private LinkRedemptionService links;
  @Inject private BlockService blocks;
  @Inject private Profiles profiles;
  @Inject private PersonViews persons;

  /**
   * A link before it is opened. It is refused where opening it would be.
   *
   * @param viewer who looks, null when nobody is signed in
   */
  public LinkPreview preview(UUID viewer, String code) {
    LinkRedemptionService.StoredLink link = links.find(code, "");
    Profile owner =
        profiles
            .byId(link.owner())
            .filter(Profile::enabled)
            .orElseThrow(LinkRedemptionService::unknown);
    if (viewer == null) {
      links.requireOpen(link);
    } else {
      requirePermitted(viewer, owner, links.permit(link, viewer));
    }
    return new LinkPreview(seenBy(viewer, owner), link.autoAccept(), link.expiresAt());
  }

  private void requirePermitted(UUID viewer, Profile owner, RequestPermit permit) {
    if (blocks.isBlocked(owner.id(), viewer)) {
      throw permit.refusalToBlocked();
    }
    if (!permit.isUsed()) {
      permit.requireGood();
    }
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
