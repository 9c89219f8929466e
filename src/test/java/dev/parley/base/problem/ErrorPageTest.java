package dev.parley.base.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a filter or a page threw becomes a problem document as what a call threw does. */
class ErrorPageTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(ErrorPage.class);
  @RegisterExtension final QuietLog ofTheDatabase = new QuietLog(DatabaseAvailability.class);

  private final ErrorPage page = new ErrorPage(JsonbBuilder.create());
  private final Map<String, Object> told = new HashMap<>();
  private final StringWriter body = new StringWriter();

  @Test
  void a_database_that_is_gone_is_unavailable_for_a_while() throws IOException {
    answer(500, new IllegalStateException(new SQLException("refused", "08006")));
    assertThat(told).containsEntry("status", 503).containsEntry("Retry-After", "5");
    assertThat(body.toString()).contains("\"unavailable\"").doesNotContain("refused");
  }

  @Test
  void anything_else_that_was_thrown_is_a_number() throws IOException {
    answer(500, new IllegalStateException("secret of the inside"));
    assertThat(told).containsEntry("status", 500).doesNotContainKey("Retry-After");
    assertThat(body.toString()).contains("\"id\":").doesNotContain("secret");
  }

  @Test
  void what_the_container_refuses_keeps_its_status() throws IOException {
    answer(401, null);
    assertThat(told).containsEntry("status", 401).containsEntry("WWW-Authenticate", "Bearer");
  }

  @Test
  void whoever_asks_for_the_page_itself_finds_nothing() throws IOException {
    answer(null, null);
    assertThat(told).containsEntry("status", 404);
  }

  private void answer(Integer status, Throwable thrown) throws IOException {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(RequestDispatcher.ERROR_STATUS_CODE, status);
    attributes.put(RequestDispatcher.ERROR_EXCEPTION, thrown);
    page.service(request(attributes), response());
  }

  private static HttpServletRequest request(Map<String, Object> attributes) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ErrorPageTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> attributes.get((String) arguments[0]));
  }

  /** Remembers its status and its headers. */
  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            ErrorPageTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "setStatus" -> told.put("status", arguments[0]);
                case "setHeader" -> told.put((String) arguments[0], arguments[1]);
                default -> {}
              }
              return switch (method.getName()) {
                case "getWriter" -> new PrintWriter(body);
                case "containsHeader" -> false;
                default -> null;
              };
            });
  }
}
