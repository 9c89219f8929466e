package dev.parley.consent.connection;

import dev.parley.base.problem.DomainException;
import dev.parley.consent.person.UserLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds relations, and people by name, for acts on a request that they lead to. */
@ApplicationScoped
@Transactional
public class ConnectionLookupService {
  @Inject private ConnectionRepository relations;
  @Inject private UserLookup names;

  /** The id of a person by name, if the viewer may have something to end with them. */
  public UUID personId(UUID viewer, String username) {
    return names.idOf(viewer, username);
  }

  /**
   * The newest request from one person to another.
   *
   * @throws DomainException {@code no_request}
   */
  public UUID requestBetween(UUID sender, UUID receiver) {
    return relations
        .newest(sender, receiver)
        .orElseThrow(() -> new DomainException(ConnectionCode.NO_REQUEST));
  }

  /**
   * The live relation with somebody by name, or the last one that there was.
   *
   * @throws DomainException {@code not_connected} when there never was one
   */
  public UUID lastWith(UUID viewer, String username) {
    UUID other = names.idOf(viewer, username);
    return relations
        .live(viewer, other)
        .or(
            () ->
                Stream.of(relations.newest(viewer, other), relations.newest(other, viewer))
                    .flatMap(Optional::stream)
                    .max(Comparator.comparing(UUID::toString)))
        .orElseThrow(() -> new DomainException(ConnectionCode.NOT_CONNECTED));
  }

  /** The live relation of two people, if there is one. */
  public Optional<ConnectionView> between(UUID viewer, UUID other) {
    return relations
        .live(viewer, other)
        .flatMap(relations::find)
        .map(live -> relations.seenBy(viewer, List.of(live)).get(0));
  }

  /** These relations as the viewer sees them, newest first; those not theirs are left out. */
  public List<ConnectionView> seenBy(UUID viewer, List<UUID> ids) {
    return relations.seenBy(viewer, relations.byIds(ids));
  }

  /** The ids of so many pending requests whose time has come, the longest due first. */
  List<UUID> due(Instant now, int most) {
    return relations.due(now, most);
  }
}
