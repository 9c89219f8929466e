package dev.parley.consent.invitation;

import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Exports a user's open connection links, for them to take away. */
@ApplicationScoped
class LinkExport implements ExportPart {
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
