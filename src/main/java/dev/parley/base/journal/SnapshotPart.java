package dev.parley.base.journal;

import java.util.UUID;

/** A feature's member of the snapshot. */
public interface SnapshotPart {

  /** The member's name. */
  String name();

  /** What the member holds for this user; read inside the snapshot's transaction. */
  Object of(UUID viewer);
}
