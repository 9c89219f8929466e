package dev.parley.identity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a user has chosen: who may reach them and how they are told. */
@Embeddable
class UserPreferences {
  static final List<String> KINDS =
      List.of(
          "connection.requested",
          "connection.approved",
          "connection.rejected",
          "message.mentioned");

  @Column(name = "who_may_request_me")
  private String whoMayRequestMe = "everyone";

  private boolean discoverable = true;

  @Column(name = "read_receipts")
  private boolean readReceipts = true;

  @Column(name = "presence_visible")
  private boolean presenceVisible = true;

  @Column(name = "muted_kinds")
  private String mutedKinds = "";

  @Column(name = "browser_notifications")
  private boolean browserNotifications;

  @Column(name = "quiet_from")
  private String quietFrom;

  @Column(name = "quiet_to")
  private String quietTo;

  @Column(name = "quiet_zone")
  private String quietZone;

  private String locale = "en";
  private String theme = "auto";

  @Column(name = "settings_version")
  private long settingsVersion = 1;

  /** The defaults, but found by nobody: what is left when an account is deleted. */
  static UserPreferences ofNobody() {
    UserPreferences choices = new UserPreferences();
    choices.discoverable = false;
    choices.whoMayRequestMe = WhoMayRequest.NOBODY.word();
    return choices;
  }

  WhoMayRequest whoMayRequestMe() {
    return WhoMayRequest.of(whoMayRequestMe);
  }

  boolean discoverable() {
    return discoverable;
  }

  void change(SettingsPatch patch) {
    patch.whoMayRequestMe(value -> whoMayRequestMe = value.word());
    patch.flag("discoverable", value -> discoverable = value);
    patch.flag("read_receipts", value -> readReceipts = value);
    patch.flag("presence_visible", value -> presenceVisible = value);
    patch.flag("browser_notifications", value -> browserNotifications = value);
    patch.notificationKinds(this::switchKind);
    patch.quietHours(
        hours -> {
          quietFrom = hours == null ? null : hours.from();
          quietTo = hours == null ? null : hours.to();
          quietZone = hours == null ? null : hours.timeZone();
        });
    patch.locale(value -> locale = value);
    patch.theme(value -> theme = value);
    settingsVersion++;
  }

  private void switchKind(String kind, boolean on) {
    Set<String> muted = new TreeSet<>(mutedKinds());
    if (on) {
      muted.remove(kind);
    } else {
      muted.add(kind);
    }
    mutedKinds = String.join(" ", muted);
  }

  private Set<String> mutedKinds() {
    return mutedKinds.isEmpty() ? Set.of() : Set.of(mutedKinds.split(" "));
  }

  Settings settings() {
    Map<String, Boolean> kinds = new LinkedHashMap<>();
    KINDS.forEach(kind -> kinds.put(kind, !mutedKinds().contains(kind)));
    QuietHours quiet = quietFrom == null ? null : new QuietHours(quietFrom, quietTo, quietZone);
    return new Settings(
        whoMayRequestMe,
        discoverable,
        readReceipts,
        presenceVisible,
        kinds,
        browserNotifications,
        quiet,
        locale,
        theme,
        settingsVersion);
  }
}
