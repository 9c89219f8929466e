package dev.parley.connection;

import dev.parley.account.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What is held about a user's relations, for them to take away: ended ones, blocks and links too.
 */
final class ConnectionExports {
  private ConnectionExports() {}

  /** Every relation. */
  @ApplicationScoped
  static class ConnectionsExport implements ExportPart {
    @Inject private Relations relations;

    @Override
    public String name() {
      return "connections";
    }

    @Override
    public Object of(UUID user) {
      return relations.seenBy(user, relations.allOf(user));
    }
  }

  /** Whom they block. */
  @ApplicationScoped
  static class BlocksExport implements ExportPart {
    private static final int ALL = Integer.MAX_VALUE - 1;

    @Inject private BlockService blocks;
    @Inject private PeopleService people;

    @Override
    public String name() {
      return "blocks";
    }

    @Override
    public Object of(UUID user) {
      return people.these(user, blocks.blockedBy(user, null, ALL));
    }
  }

  /** Their open connection links. */
  @ApplicationScoped
  static class LinksExport implements ExportPart {
    private static final int ALL = Integer.MAX_VALUE - 1;

    @Inject private LinkService links;

    @Override
    public String name() {
      return "connection-links";
    }

    @Override
    public Object of(UUID user) {
      return links.list(user, null, ALL);
    }
  }
}
