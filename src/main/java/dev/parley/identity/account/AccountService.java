package dev.parley.identity.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.journal.Journal;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.DisplayText;
import dev.parley.base.request.Patch;
import dev.parley.identity.account.AccountEvent.PasswordChanged;
import dev.parley.identity.account.AccountEvent.ProfileChanged;
import dev.parley.identity.account.AccountEvent.SettingsChanged;
import dev.parley.identity.account.AccountEvent.UserRegistered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Makes accounts and changes them. */
@ApplicationScoped
@Transactional
public class AccountService {
  private static final int NAME_LENGTH = 64;
  private static final int STATUS_LENGTH = 140;

  @PersistenceContext private EntityManager database;
  @Inject private AccountLock lock;
  @Inject private Journal journal;
  @Inject private Clock clock;
  @Inject private Event<ProfileChanged> profileChanged;
  @Inject private Event<SettingsChanged> settingsChanged;
  @Inject private Event<PasswordChanged> passwordChanged;
  @Inject private Event<UserRegistered> registered;

  /** What signing in with a password needs to know of an account. */
  public record Credentials(UUID user, String username, String passwordHash, boolean enabled) {}

  /** Makes an account whose owner asks for it themselves; see {@link #make}. */
  public OwnUser register(String username, String displayName, String hash, boolean admin) {
    OwnUser user = make(username, displayName, hash, admin);
    registered.fire(new UserRegistered(user.id(), user.username(), admin));
    return user;
  }

  /**
   * Makes an account.
   *
   * @param hash the password's hash, null for none yet
   * @throws DomainException {@code username_taken}, {@code invalid_username}, {@code invalid_input}
   */
  public OwnUser make(String username, String displayName, String hash, boolean admin) {
    String name = Username.checked(username);
    String shown = DisplayText.optionalLine(displayName, NAME_LENGTH, "display_name");
    if (!isFree(name)) {
      throw Username.taken(name);
    }
    User user =
        new User(
            UuidCreator.getTimeOrderedEpoch(),
            name,
            shown.isEmpty() ? name : shown,
            hash,
            clock.instant());
    if (admin) {
      user.becomeAdmin();
    }
    database.persist(user);
    return user.own();
  }

  /**
   * Makes an account without a password for somebody who signs in elsewhere, named as near to how
   * they are called there as may be and is free.
   */
  public OwnUser makeLike(String username, String displayName) {
    String free =
        SuggestedUsername.usernames(username)
            .filter(this::isFree)
            .findFirst()
            .orElseThrow(() -> Username.taken(username));
    return make(free, SuggestedUsername.display(displayName), null, false);
  }

  /** Whether nobody has this name, nor gets it before this transaction ends. */
  private boolean isFree(String name) {
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 1))")
        .setParameter(1, name)
        .getSingleResult();
    return find(name).isEmpty();
  }

  /** The credentials of a name, if there is such an account. */
  public Optional<Credentials> credentials(String username) {
    return find(Username.fold(username)).map(AccountService::credentialsOf);
  }

  public Optional<Credentials> credentials(UUID id) {
    return Optional.ofNullable(database.find(User.class, id)).map(AccountService::credentialsOf);
  }

  private static Credentials credentialsOf(User user) {
    return new Credentials(user.id(), user.username(), user.passwordHash(), user.isEnabled());
  }

  /**
   * Replaces the hash of a password by one with today's parameters, unless it was changed since.
   */
  public void rehash(UUID id, String hash, String outdated) {
    User user = locked(id);
    if (outdated.equals(user.passwordHash())) {
      user.changePassword(hash);
    }
  }

  /** Gives a user another password; all sign-ins but one end. */
  public void changePassword(UUID id, String hash, UUID keptSignIn) {
    locked(id).changePassword(hash);
    passwordChanged.fire(new PasswordChanged(id, keptSignIn));
  }

  /** Changes the profile. */
  public OwnUser change(UUID id, Patch patch) {
    User user = locked(id);
    patch.text(
        "display_name",
        name -> user.changeDisplayName(DisplayText.line(name, NAME_LENGTH, "display_name")));
    patch.text(
        "status_text",
        text ->
            user.changeStatusText(DisplayText.optionalLine(text, STATUS_LENGTH, "status_text")));
    changed(user);
    return user.own();
  }

  /** Changes the settings. */
  public Settings changeSettings(UUID id, Patch patch) {
    User user = locked(id);
    Settings before = user.choices().settings();
    user.choices().change(new SettingsPatch(patch));
    Settings now = user.choices().settings();
    journal.append(id, "settings.updated", id);
    settingsChanged.fire(new SettingsChanged(id, before, now));
    return now;
  }

  OwnUser changeAvatar(UUID id, String key, byte[] image) {
    User user = locked(id);
    database
        .createNativeQuery("delete from user_avatar where user_id = ?")
        .setParameter(1, id)
        .executeUpdate();
    if (image != null) {
      database
          .createNativeQuery(
              "insert into user_avatar (user_id, media_type, image) values (?, 'image/png', ?)")
          .setParameter(1, id)
          .setParameter(2, image)
          .executeUpdate();
    }
    user.changeAvatar(key);
    changed(user);
    return user.own();
  }

  private void changed(User user) {
    user.changed(clock.instant());
    journal.append(user.id(), "user.updated", user.id());
    profileChanged.fire(new ProfileChanged(user.id()));
  }

  private Optional<User> find(String username) {
    if (!Username.isOne(username)) {
      return Optional.empty();
    }
    return database
        .createQuery("select u from User u where u.username = :username", User.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  private User locked(UUID id) {
    return lock.take(id).orElseThrow(() -> new DomainException(AccountCode.UNKNOWN_USER));
  }
}
