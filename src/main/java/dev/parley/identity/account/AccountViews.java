package dev.parley.identity.account;

import dev.parley.base.journal.EventView;
import dev.parley.base.journal.SnapshotPart;
import dev.parley.base.journal.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How the account shows itself in its owner's journal and snapshot. */
class AccountViews {
  private AccountViews() {}

  /** The user's own record. */
  @ApplicationScoped
  static class UserPart implements SnapshotPart {
    @Inject private Profiles profiles;

    @Override
    public String name() {
      return "user";
    }

    @Override
    public Object of(UUID viewer) {
      return profiles.own(viewer).orElseThrow();
    }
  }

  /** The user's settings. */
  @ApplicationScoped
  static class SettingsPart implements SnapshotPart, EventView {
    @Inject private Profiles profiles;

    @Override
    public String name() {
      return "settings";
    }

    @Override
    public Object of(UUID viewer) {
      return profiles.settings(viewer).orElseThrow();
    }

    @Override
    public Set<String> types() {
      return Set.of("settings.updated");
    }

    @Override
    public Map<UUID, Object> show(UUID viewer, List<StoredEvent> events) {
      return Map.of(viewer, of(viewer));
    }
  }
}
