package dev.parley.server.platform;

import dev.parley.base.config.ConfigurationKey;
import dev.parley.base.config.ProviderConfigurationKeys;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Checks the environment that a server is to run with before an installation changes anything: the
 * form of every setting, the driver, and the database itself.
 */
public final class InstallCheck {
  private InstallCheck() {}

  /** Says what is wrong in one sentence and ends with 1; takes the driver's file, to name it. */
  public static void main(String[] arguments) {
    fault(System.getenv(), arguments[0])
        .ifPresent(
            sentence -> {
              System.out.println(sentence);
              System.exit(1);
            });
  }

  /** The first thing that is wrong, as a sentence. */
  static Optional<String> fault(Map<String, String> environment, String driver) {
    return ConfigurationKey.firstFault(
            ConfigurationKey.valuesFrom(
                key ->
                    Optional.ofNullable(
                            environment.get(ProviderConfigurationKeys.environmentName(key)))
                        .filter(value -> !value.isEmpty())))
        .or(() -> driverFault(driver))
        .or(() -> databaseFault(environment));
  }

  private static Optional<String> driverFault(String driver) {
    try {
      Class.forName("org.postgresql.Driver");
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of(driver + " is not PostgreSQL's JDBC driver.");
    }
  }

  private static Optional<String> databaseFault(Map<String, String> environment) {
    String url = environment.get(ConfigurationKey.DB_URL.environmentName());
    try {
      DriverManager.getConnection(url, access(environment)).close();
      return Optional.empty();
    } catch (SQLException e) {
      String where = ConfigurationKey.withoutSecrets(url);
      return Optional.of("The database at " + where + " cannot be used: " + reason(e) + ".");
    }
  }

  private static String reason(SQLException e) {
    String said = e.getMessage().lines().findFirst().orElse("").replaceFirst("\\.$", "");
    boolean saysLittle = said.endsWith("attempt failed") && e.getCause() != null;
    return saysLittle ? said + " (" + e.getCause() + ")" : said;
  }

  private static Properties access(Map<String, String> environment) {
    Properties access = new Properties();
    access.setProperty("user", environment.get(ConfigurationKey.DB_USER.environmentName()));
    access.setProperty("password", environment.get(ConfigurationKey.DB_PASSWORD.environmentName()));
    access.setProperty("connectTimeout", "5");
    access.setProperty("loginTimeout", "10");
    access.setProperty("socketTimeout", "10");
    return access;
  }
}
