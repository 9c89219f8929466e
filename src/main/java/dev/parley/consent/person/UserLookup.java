package dev.parley.consent.person;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import dev.parley.identity.account.Username;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Says who a username means to somebody. An account that is disabled or deleted means nobody to
 * those who do not know it from a relation or a conversation.
 */
@ApplicationScoped
public class UserLookup {
  static final String KNOWN =
      """
      select 1 where exists (select 1 from user_connection where sender_id = ?1 and receiver_id = ?2)
        or exists (select 1 from user_connection where sender_id = ?2 and receiver_id = ?1)
        or exists (select 1 from block where blocker_id = ?1 and blocked_id = ?2)
        or exists (select 1 from shared_conversation where user_id = ?1 and other_id = ?2)
      """;

  @PersistenceContext private EntityManager database;
  @Inject private Profiles profiles;

  /** Somebody who can be seen, asked and blocked; a disabled account by those who know it. */
  public Profile person(UUID viewer, String username) {
    return found(username, one -> one.enabled() || !one.deleted() && isKnown(viewer, one.id()));
  }

  /** The id of a person, also a deleted one, if there may be something to end with them. */
  public UUID idOf(UUID viewer, String username) {
    return found(username, one -> one.enabled() || isKnown(viewer, one.id())).id();
  }

  /** Somebody whose account is enabled. */
  public Profile enabled(String username) {
    return found(username, Profile::enabled);
  }

  /** The id of anybody who has or had an account, for administrators. */
  public UUID idOfAnybody(String username) {
    return found(username, anybody -> true).id();
  }

  private Profile found(String username, Predicate<Profile> shown) {
    return profiles.byUsername(name(username)).filter(shown).orElseThrow(UserLookup::unknown);
  }

  private boolean isKnown(UUID viewer, UUID other) {
    return !database
        .createNativeQuery(KNOWN)
        .setParameter(1, viewer)
        .setParameter(2, other)
        .getResultList()
        .isEmpty();
  }

  private static String name(String username) {
    String name = Username.fold(Input.required(username, "username"));
    if (name.indexOf('\0') >= 0) {
      throw unknown();
    }
    return name;
  }

  private static DomainException unknown() {
    return new DomainException(PersonCode.UNKNOWN_USER);
  }
}
