package dev.parley.identity.export;

import java.io.IOException;
import java.util.UUID;

/** What a feature holds about a user that is too much for one file, or for memory. */
public interface ExportFiles {

  /** Writes everything held, file by file, and says in the overview what there is. */
  void write(UUID user, ExportFolder folder) throws IOException;
}
