package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Sets up who may do what in the embedded database: nobody comes in without a password, and the
 * application is an ordinary role that owns its database.
 */
final class DatabaseRoles {
  static final String APPLICATION = "parley";
  static final String ADMINISTRATOR = "postgres";

  /** Hands over what an earlier version had made as the administrator. */
  private static final String HAND_OVER =
      """
      do $$ declare act text; begin
        for act in
          select format('alter table %%s owner to %1$s', c.oid::regclass) from pg_class c
            where c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner = '%2$s'::regrole
              and c.relnamespace = 'public'::regnamespace
              and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
                and d.objid = c.oid and d.deptype in ('e', 'a', 'i'))
          union all
          select format('alter routine %%s owner to %1$s', p.oid::regprocedure) from pg_proc p
            where p.proowner = '%2$s'::regrole and p.pronamespace = 'public'::regnamespace
              and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass
                and d.objid = p.oid and d.deptype = 'e')
          union all
          select format('alter statistics %%I owner to %1$s', s.stxname) from pg_statistic_ext s
            where s.stxowner = '%2$s'::regrole and s.stxnamespace = 'public'::regnamespace
        loop
          execute act;
        end loop;
      end $$
      """
          .formatted(APPLICATION, ADMINISTRATOR);

  private final Path access;
  private final String ofApplication;
  private final String ofAdministrator;

  /** Takes the folder of the database and the passwords of the two roles. */
  DatabaseRoles(Path postgres, String ofApplication, String ofAdministrator) {
    this.access = postgres.resolve("pg_hba.conf");
    this.ofApplication = ofApplication;
    this.ofAdministrator = ofAdministrator;
  }

  /** Brings a running database to this order, also one of an earlier version that let all in. */
  void arrange(DataSource administrator) throws SQLException, IOException {
    try (Connection connection = administrator.getConnection();
        Statement statement = connection.createStatement()) {
      requirePasswords(statement);
      if (!exists(statement)) {
        statement.execute("create role " + APPLICATION);
      }
      statement.execute(
          "alter role %s login nosuperuser nocreatedb nocreaterole password '%s'"
              .formatted(APPLICATION, quoted(ofApplication)));
      statement.execute("alter database postgres owner to " + APPLICATION);
      statement.execute(HAND_OVER);
    }
  }

  private void requirePasswords(Statement statement) throws SQLException, IOException {
    String rules = Files.readString(access);
    String strict = rules.replaceAll("(?m)^([^#\\n]*\\s)trust\\s*$", "$1scram-sha-256");
    if (!strict.equals(rules)) {
      statement.execute(
          "alter role %s password '%s'".formatted(ADMINISTRATOR, quoted(ofAdministrator)));
      Files.writeString(access, strict);
      statement.execute("select pg_reload_conf()");
    }
  }

  private static String quoted(String password) {
    return password.replace("'", "''");
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select from pg_roles where rolname = '" + APPLICATION + "'")) {
      return found.next();
    }
  }
}
