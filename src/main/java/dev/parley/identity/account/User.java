package dev.parley.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody with an account: who they are, what they may do, and what they have chosen. */
@Entity
@Table(name = "users")
class User {
  @Id private UUID id;
  private String username;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "folded_names")
  private String foldedNames;

  @Column(name = "status_text")
  private String statusText = "";

  @Column(name = "password_hash")
  private String passwordHash;

  private String roles = "user";
  private boolean enabled = true;

  @Column(name = "avatar_key")
  private String avatarKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  @Column(name = "disabled_reason")
  private String disabledReason;

  private long version = 1;
  private UserPreferences choices = new UserPreferences();

  protected User() {}

  User(UUID id, String username, String displayName, String passwordHash, Instant now) {
    this.id = id;
    rename(username, displayName);
    this.passwordHash = passwordHash;
    this.createdAt = now;
    this.updatedAt = now;
  }

  UUID id() {
    return id;
  }

  String username() {
    return username;
  }

  String passwordHash() {
    return passwordHash;
  }

  List<String> roles() {
    return List.of(roles.split(" "));
  }

  boolean isAdmin() {
    return roles().contains("admin");
  }

  boolean isEnabled() {
    return enabled;
  }

  long version() {
    return version;
  }

  UserPreferences choices() {
    return choices;
  }

  String avatarKey() {
    return avatarKey;
  }

  void becomeAdmin() {
    changeRoles(true);
  }

  void changeRoles(boolean admin) {
    roles = admin ? "user admin" : "user";
  }

  void disable(String reason) {
    enabled = false;
    disabledReason = reason;
  }

  void enable() {
    enabled = true;
    disabledReason = null;
  }

  void becomeOrdinary() {
    roles = "user";
  }

  void changePassword(String hash) {
    passwordHash = hash;
  }

  void changeDisplayName(String name) {
    rename(username, name);
  }

  private void rename(String name, String shown) {
    username = name;
    displayName = shown;
    foldedNames = FoldedNames.of(name, shown);
  }

  void changeStatusText(String text) {
    statusText = text;
  }

  void changeAvatar(String key) {
    avatarKey = key;
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  /** Nothing of the person is left but the row that other people's history refers to. */
  void forget(String name, Instant now) {
    rename(name, "Deleted user");
    statusText = "";
    passwordHash = null;
    roles = "user";
    disable(null);
    avatarKey = null;
    choices = UserPreferences.ofNobody();
    deletedAt = now;
    changed(now);
  }

  void changed(Instant now) {
    updatedAt = now;
    version++;
  }

  Profile profile() {
    return new Profile(
        id,
        username,
        displayName,
        avatarUrl(),
        statusText,
        choices.whoMayRequestMe(),
        choices.discoverable(),
        enabled,
        isDeleted());
  }

  OwnUser own() {
    return new OwnUser(
        id,
        username,
        displayName,
        avatarUrl(),
        statusText,
        "none",
        0,
        roles(),
        createdAt,
        passwordHash != null,
        version);
  }

  private String avatarUrl() {
    return Profile.avatarUrl(avatarKey);
  }
}
