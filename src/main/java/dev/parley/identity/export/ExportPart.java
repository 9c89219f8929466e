package dev.parley.identity.export;

import java.util.UUID;

/** What a feature holds about a user, as one file of their export. */
public interface ExportPart {

  /** The file's name without its ending. */
  String name();

  /** Everything held, serialised as JSON. */
  Object of(UUID user);
}
