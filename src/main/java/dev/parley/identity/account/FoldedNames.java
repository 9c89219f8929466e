package dev.parley.identity.account;

import dev.parley.base.request.FoldedText;
import dev.parley.base.sql.DataMigration;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Folds names for the search of people: each account's when it changes, those of before once. */
public final class FoldedNames extends DataMigration {
  private static final int BATCH = 5_000;
  private static final String NEXT =
      "select id, username, display_name from users where id > ? order by id limit " + BATCH;
  private static final String FILL =
      """
      update users u set folded_names = f.names from unnest(?, ?) as f (id, names) where u.id = f.id
      """;

  public FoldedNames() {
    super("101", "fold names");
  }

  /** Both names; a line break stands between them, which no folded text has. */
  static String of(String username, String displayName) {
    return username + "\n" + FoldedText.fold(displayName);
  }

  @Override
  protected void change(Connection database) throws SQLException {
    UUID last = new UUID(0, 0);
    List<UUID> ids = new ArrayList<>();
    do {
      ids.clear();
      List<String> names = new ArrayList<>();
      read(database, last, ids, names);
      fill(database, ids, names);
      last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
    } while (ids.size() == BATCH);
  }

  private static void read(Connection database, UUID after, List<UUID> ids, List<String> names)
      throws SQLException {
    try (PreparedStatement next = database.prepareStatement(NEXT)) {
      next.setObject(1, after);
      try (ResultSet row = next.executeQuery()) {
        while (row.next()) {
          ids.add(row.getObject(1, UUID.class));
          names.add(of(row.getString(2), row.getString(3)));
        }
      }
    }
  }

  private static void fill(Connection database, List<UUID> ids, List<String> names)
      throws SQLException {
    Array people = database.createArrayOf("uuid", ids.toArray());
    Array folded = database.createArrayOf("text", names.toArray());
    try (PreparedStatement fill = database.prepareStatement(FILL)) {
      fill.setArray(1, people);
      fill.setArray(2, folded);
      fill.executeUpdate();
    }
  }
}
