package dev.parley.server.openapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The page on which people read and try the OpenAPI document: Swagger UI, from our own origin. */
public final class ApiPage {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** What is served where; everything else of the page is the library's, below /webjars. */
  private static final Map<String, File> FILES =
      Map.of(
          "/openapi/ui", new File("/api-page.html", "text/html"),
          "/openapi/ui/", new File("/api-page.html", "text/html"),
          "/openapi/ui/start.js", new File("/api-page.js", "text/javascript"));

  /** Where the library is served. */
  public static final String LIBRARY =
      "/webjars/swagger-ui/" + version("/META-INF/maven/org.webjars/swagger-ui/pom.properties");

  private record File(String resource, String type) {}

  private ApiPage() {}

  /** Whether it is the page, or a part of it, that is asked for. */
  public static boolean isAt(String path) {
    return FILES.containsKey(path);
  }

  public static void send(String path, HttpServletResponse response) throws IOException {
    File file = FILES.get(path);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(file.type());
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(read(file.resource()).replace("{{LIBRARY}}", LIBRARY));
  }

  private static String version(String resource) {
    try (InputStream in = ApiPage.class.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      properties.load(in);
      return Optional.ofNullable(properties.getProperty("version")).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = ApiPage.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
