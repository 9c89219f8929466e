import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;

/**
 * Tries for install.sh what the server will need, before anything is changed: says in a sentence
 * what is wrong and ends with 1, or ends with 0.
 */
class InstallCheck {
  public static void main(String[] files) {
    String fault = fault(files[0], files[1]);
    if (fault != null) {
      System.out.println(fault);
      System.exit(1);
    }
  }

  private static String fault(String application, String driverFile) {
    if (!has(application, "WEB-INF/web.xml")) {
      return application + " is not an application.";
    }
    if (!has(driverFile, "org/postgresql/Driver.class")) {
      return driverFile + " is not PostgreSQL's JDBC driver.";
    }
    return databaseFault(System.getenv("PARLEY_DB_URL"));
  }

  private static boolean has(String archive, String entry) {
    try (ZipFile files = new ZipFile(new File(archive))) {
      return files.getEntry(entry) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static String databaseFault(String url) {
    try {
      for (Driver driver : ServiceLoader.load(Driver.class)) {
        try (Connection connection = driver.connect(url, credentials())) {
          if (connection != null && connection.isValid(10)) {
            return null;
          }
        }
      }
      return "PARLEY_DB_URL is " + url + "; it must be as jdbc:postgresql://host:5432/parley.";
    } catch (SQLException | ServiceConfigurationError e) {
      return "The database at " + url + " cannot be used: " + reason(e) + ".";
    }
  }

  private static Properties credentials() {
    Properties properties = new Properties();
    properties.setProperty("user", System.getenv("PARLEY_DB_USER"));
    properties.setProperty("password", System.getenv("PARLEY_DB_PASSWORD"));
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", "10");
    return properties;
  }

  private static String reason(Throwable failure) {
    String said = failure.getMessage().lines().findFirst().orElse("").replaceAll("\\.$", "");
    boolean saysLittle = said.endsWith("failed") && failure.getCause() != null;
    return saysLittle ? said + " (" + failure.getCause() + ")" : said;
  }
}
