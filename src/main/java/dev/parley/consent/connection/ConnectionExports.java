package dev.parley.consent.connection;

import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is held about a user's relations, for them to take away: ended ones and blocks too. */
final class ConnectionExports {
  private ConnectionExports() {}

  /** Every relation. */
  @ApplicationScoped
  static class ConnectionsExport implements ExportPart {
    @Inject private ConnectionRepository relations;

    @Override
    public String name() {
      return "connections";
    }

    @Override
    public Object of(UUID user) {
      return relations.seenBy(user, relations.allOf(user));
    }
  }

  /** The people that they block. */
  @ApplicationScoped
  static class BlocksExport implements ExportPart {
    private static final int ALL = Integer.MAX_VALUE - 1;

    @Inject private BlockService blocks;

    @Override
    public String name() {
      return "blocks";
    }

    @Override
    public Object of(UUID user) {
      return blocks.seenBy(user, blocks.blockedBy(user, null, ALL));
    }
  }
}
