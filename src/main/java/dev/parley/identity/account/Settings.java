package dev.parley.identity.account;

import java.util.Map;

/** A user's settings as they see them. */
public record Settings(
    String whoMayRequestMe,
    boolean discoverable,
    boolean readReceipts,
    boolean presenceVisible,
    Map<String, Boolean> notificationKinds,
    boolean browserNotifications,
    QuietHours quietHours,
    String locale,
    String theme,
    long version) {

  /** Whether notifications of this kind are wanted. */
  public boolean wants(String kind) {
    return notificationKinds.getOrDefault(kind, true);
  }
}
