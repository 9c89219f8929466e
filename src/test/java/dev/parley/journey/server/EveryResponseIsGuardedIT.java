package dev.parley.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security, lines 1 and 2: what every response says, whoever made it, and what none says. */
class EveryResponseIsGuardedIT {
  private static final int PORT = ParleyServer.shared().port();

  static Stream<RawResponse> answers_of_every_kind() {
    String long20k = "a".repeat(20_000);
    return Stream.of(
        RawResponse.call(PORT, "GET", "/"),
        RawResponse.call(PORT, "GET", "/icon.svg"),
        RawResponse.call(PORT, "GET", "/sw.js"),
        RawResponse.call(PORT, "GET", "/manifest.webmanifest"),
        RawResponse.call(PORT, "PUT", "/manifest.webmanifest"),
        RawResponse.call(PORT, "HEAD", "/"),
        RawResponse.call(PORT, "GET", "/chat/api/config/"),
        RawResponse.call(PORT, "GET", "/chat/api/nothing/"),
        RawResponse.call(PORT, "GET", "/chat/api/me/"),
        RawResponse.call(PORT, "PATCH", "/chat/api/config/"),
        RawResponse.call(PORT, "GET", "/.well-known/jwks.json"),
        RawResponse.call(PORT, "GET", "/nothing.txt"),
        RawResponse.call(PORT, "GET", "/error-page"),
        RawResponse.call(PORT, "GET", "/ws/chat/"),
        RawResponse.call(PORT, "GET", "/health"),
        RawResponse.call(PORT, "GET", "/WEB-INF;/web.xml"),
        RawResponse.request(
            PORT,
            "GET / HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Authorization: Bearer junk"),
        RawResponse.call(PORT, "TRACE", "/"),
        RawResponse.call(PORT, "PUT", "/"),
        RawResponse.call(PORT, "NONSENSE", "/"),
        RawResponse.call(PORT, "OPTIONS", "/"),
        RawResponse.request(PORT, "GARBAGE / / HTTP/9.9"),
        RawResponse.request(PORT, "GET / HTTP/1.1", "Connection: close"),
        RawResponse.call(PORT, "GET", "/%zz"),
        RawResponse.call(PORT, "GET", "/%00"),
        RawResponse.call(PORT, "GET", "/%c0%ae"),
        RawResponse.call(PORT, "GET", "/../../etc/passwd"),
        RawResponse.call(PORT, "GET", "/" + long20k),
        RawResponse.request(PORT, "GET / HTTP/1.1", "Host: localhost", "X-Long: " + long20k),
        RawResponse.request(
            PORT,
            "POST /chat/api/login/ HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Expect: wonders",
            "Content-Length: 0"),
        RawResponse.request(
            PORT, "POST /chat/api/login/ HTTP/1.1", "Host: localhost", "Content-Length: -5"));
  }

  @ParameterizedTest
  @MethodSource("answers_of_every_kind")
  void every_response_forbids_sniffing_framing_and_referrers(RawResponse answer) {
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("Content-Security-Policy").orElse("none"))
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-inline")
        .doesNotContain("unsafe-eval");
  }

  @ParameterizedTest
  @MethodSource("answers_of_every_kind")
  void no_response_names_a_product(RawResponse answer) {
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.head() + answer.body())
        .doesNotContainIgnoringCase("payara")
        .doesNotContainIgnoringCase("glassfish")
        .doesNotContainIgnoringCase("grizzly")
        .doesNotContainIgnoringCase("jersey")
        .doesNotContainIgnoringCase("eclipse");
  }

  @ParameterizedTest
  @MethodSource("answers_of_every_kind")
  void no_response_by_plain_http_promises_tls_or_opens_itself_to_foreign_pages(RawResponse answer) {
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    assertThat(answer.head()).doesNotContain("Access-Control-");
  }

  @Test
  void the_api_is_never_stored() {
    for (String path : new String[] {"config/", "nothing/", "me/"}) {
      assertThat(RawResponse.call(PORT, "GET", "/chat/api/" + path).header("Cache-Control"))
          .contains("no-store");
    }
  }

  @Test
  void a_broken_address_is_refused() {
    for (String path : new String[] {"/%zz", "/%", "/%00", "/%c0%ae", "/../../etc/passwd"}) {
      assertThat(RawResponse.call(PORT, "GET", path).status()).as(path).isEqualTo(400);
    }
  }

  @Test
  void trace_is_refused() {
    assertThat(RawResponse.call(PORT, "TRACE", "/").status()).isEqualTo(405);
    assertThat(RawResponse.call(PORT, "TRACE", "/chat/api/config/").status()).isEqualTo(405);
  }

  @Test
  void nothing_of_the_applications_inside_can_be_fetched() {
    for (String path :
        new String[] {
          "/WEB-INF/web.xml",
          "/web-inf/web.xml",
          "/%57EB-INF/web.xml",
          "//WEB-INF/web.xml",
          "/./WEB-INF/web.xml",
          "/WEB-INF%2fweb.xml",
          "/WEB-INF\\web.xml",
          "/WEB-INF./web.xml",
          "/x/../WEB-INF/web.xml",
          "/assets/%2e%2e/WEB-INF/web.xml",
          "/WEB-INF/classes/META-INF/persistence.xml",
          "/META-INF/MANIFEST.MF"
        }) {
      assertThat(RawResponse.call(PORT, "GET", path).status()).as(path).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF;x/web.xml",
        "/WEB-INF;/web.xml",
        "/WEB-INF",
        "/META-INF",
        "/META-INF;x",
        "/assets",
        "/icons",
        "/icons;x=1"
      })
  void a_folder_is_not_found_and_nobody_is_sent_to_the_host_of_the_request(String path) {
    RawResponse answer =
        RawResponse.request(
            PORT, "GET " + path + " HTTP/1.1", "Host: evil.example", "Connection: close");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.head() + answer.body()).doesNotContain("evil.example", "web-app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi/ui", "/health", "/chat/api/config", "/people", "/sso/callback"})
  void no_answer_is_made_of_the_host_of_the_request(String path) {
    RawResponse answer =
        RawResponse.request(
            PORT, "GET " + path + " HTTP/1.1", "Host: evil.example", "Connection: close");
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.head() + answer.body()).doesNotContain("evil.example");
  }

  @Test
  void there_is_no_wadl() {
    assertThat(RawResponse.call(PORT, "GET", "/chat/api/application.wadl").status()).isEqualTo(404);
    assertThat(RawResponse.call(PORT, "GET", "/application.wadl").status()).isEqualTo(404);
    assertThat(RawResponse.call(PORT, "OPTIONS", "/chat/api/config/").body())
        .doesNotContain("wadl");
  }

  @Test
  void a_foreign_page_gets_no_leave_by_a_preflight() {
    RawResponse preflight =
        RawResponse.request(
            PORT,
            "OPTIONS /chat/api/login/ HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Origin: http://elsewhere.example",
            "Access-Control-Request-Method: POST");
    assertThat(preflight.head()).doesNotContain("Access-Control-");
  }

  @Test
  void a_forwarded_header_from_anybody_counts_for_nothing() {
    RawResponse answer =
        RawResponse.request(
            PORT,
            "GET /chat/api/config/ HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "X-Forwarded-Proto: https");
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void a_page_is_only_read() {
    RawResponse answer = RawResponse.call(PORT, "POST", "/");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD");
    assertThat(RawResponse.call(PORT, "POST", "/.well-known/jwks.json").header("Allow"))
        .contains("GET, HEAD");
  }
}
