package dev.parley.identity.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds users for the other chapters. */
@ApplicationScoped
public class Profiles {
  @PersistenceContext private EntityManager database;

  /** The user of that name, in any case of letters; also one who is disabled or deleted. */
  public Optional<Profile> byUsername(String username) {
    String folded = Username.fold(username);
    if (!Username.isOne(folded)) {
      return Optional.empty();
    }
    return database
        .createQuery("select u from User u where u.username = :username", User.class)
        .setParameter("username", folded)
        .getResultStream()
        .map(User::profile)
        .findFirst();
  }

  public Optional<Profile> byId(UUID id) {
    return Optional.ofNullable(database.find(User.class, id)).map(User::profile);
  }

  public Optional<OwnUser> own(UUID id) {
    return Optional.ofNullable(database.find(User.class, id)).map(User::own);
  }

  /** These users by their ids; who does not exist is left out. */
  public Map<UUID, Profile> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery("select u from User u where u.id in :ids", User.class)
        .setParameter("ids", ids)
        .getResultStream()
        .map(User::profile)
        .collect(Collectors.toMap(Profile::id, Function.identity()));
  }

  /** A user's avatar as the PNG that is served. */
  public Optional<byte[]> avatar(UUID id) {
    List<?> found =
        database
            .createNativeQuery("select image from user_avatar where user_id = ?")
            .setParameter(1, id)
            .getResultList();
    return found.stream().map(byte[].class::cast).findFirst();
  }

  /** A user's settings. */
  public Optional<Settings> settings(UUID id) {
    return Optional.ofNullable(database.find(User.class, id))
        .map(user -> user.choices().settings());
  }
}
