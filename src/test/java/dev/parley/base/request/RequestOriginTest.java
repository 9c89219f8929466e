package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a request is believed to come from. */
class RequestOriginTest {
  private static final String PROXY = "10.0.0.1";
  private static final String CLIENT = "203.0.113.7";

  @Test
  void without_a_trusted_proxy_the_sender_is_who_it_seems() {
    assertThat(RequestOrigin.address(request(CLIENT, Map.of("X-Forwarded-For", "1.2.3.4")), ""))
        .isEqualTo(CLIENT);
    assertThat(RequestOrigin.address(request(CLIENT, Map.of("X-Forwarded-For", "1.2.3.4")), PROXY))
        .isEqualTo(CLIENT);
  }

  @Test
  void a_trusted_proxy_names_the_client_last() {
    HttpServletRequest request = request(PROXY, Map.of("X-Forwarded-For", "1.2.3.4, " + CLIENT));
    assertThat(RequestOrigin.address(request, "10.0.0.2, " + PROXY)).isEqualTo(CLIENT);
  }

  @Test
  void a_line_that_the_client_sent_itself_is_not_taken_for_the_proxys() {
    HttpServletRequest request =
        request(
            PROXY,
            Map.of("X-Forwarded-For", "1.2.3.4\n" + CLIENT, "X-Forwarded-Proto", "https\nhttp"));
    assertThat(RequestOrigin.address(request, PROXY)).isEqualTo(CLIENT);
    assertThat(RequestOrigin.secure(request, PROXY)).isFalse();
  }

  @Test
  void a_proxy_is_trusted_however_its_address_is_written() {
    HttpServletRequest request =
        request("0:0:0:0:0:0:0:1", Map.of("X-Forwarded-For", "2001:DB8:0:0:0:0:0:7"));
    for (String trusted : new String[] {"::1", "0:0:0:0:0:0:0:1", "10.0.0.1, ::1"}) {
      assertThat(RequestOrigin.address(request, trusted)).isEqualTo("2001:db8::7");
    }
    assertThat(RequestOrigin.address(request, "")).isEqualTo("::1");
  }

  @Test
  void a_proxy_is_trusted_anywhere_in_a_block() {
    HttpServletRequest request = request("10.4.9.1", Map.of("X-Forwarded-For", CLIENT));
    assertThat(RequestOrigin.address(request, "::1, 10.4.0.0/16")).isEqualTo(CLIENT);
    assertThat(RequestOrigin.address(request, "10.5.0.0/16")).isEqualTo("10.4.9.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\rforged line",
        "face",
        "999.1.1.1",
        "203.0.113",
        "203.0.113.07",
        "203.0.113.0/24",
        "203.0.113.7:443",
        "2001:db8::1::2",
        ":::",
        "unknown"
      })
  void what_a_proxy_forwards_that_is_no_address_is_not_taken(String forwarded) {
    HttpServletRequest request = request(PROXY, Map.of("X-Forwarded-For", forwarded));
    assertThat(RequestOrigin.address(request, PROXY)).isEqualTo(PROXY);
  }

  @Test
  void a_proxy_that_is_part_of_a_trusted_address_is_not_trusted() {
    HttpServletRequest request = request("10.0.0.1", Map.of("X-Forwarded-Proto", "https"));
    assertThat(RequestOrigin.secure(request, "10.0.0.11,110.0.0.1")).isFalse();
  }

  @Test
  void only_a_trusted_proxy_can_say_that_it_ended_tls() {
    Map<String, String> headers = Map.of("X-Forwarded-Proto", "https");
    assertThat(RequestOrigin.secure(request(PROXY, headers), PROXY)).isTrue();
    assertThat(RequestOrigin.secure(request(CLIENT, headers), PROXY)).isFalse();
    assertThat(RequestOrigin.secure(request(PROXY, Map.of()), PROXY)).isFalse();
  }

  @Test
  void a_device_is_called_as_its_bytes_say_and_on_one_line() {
    assertThat(RequestOrigin.device(latin1("Phone \u25c0 1"))).isEqualTo("Phone \u25c0 1");
    assertThat(RequestOrigin.device("Unders\u00f8gelse")).isEqualTo("Unders\u00f8gelse");
    assertThat(RequestOrigin.device(latin1("a\u202eb\u2028c\u0085d\te"))).isEqualTo("ab c d e");
    assertThat(RequestOrigin.device(null)).isEmpty();
  }

  @Test
  void a_device_is_not_cut_within_a_character() {
    String device = RequestOrigin.device(latin1("x" + "\ud83d\udcf1".repeat(1_000)));
    assertThat(device).endsWith("\ud83d\udcf1");
  }

  /** As the server reads the bytes of a header. */
  private static String latin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** A request that knows its sender and the lines of its headers, and nothing else. */
  private static HttpServletRequest request(String from, Map<String, String> headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestOriginTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> from;
                  case "getHeaders" ->
                      Collections.enumeration(
                          Stream.ofNullable(headers.get((String) arguments[0]))
                              .flatMap(lines -> Stream.of(lines.split("\n")))
                              .toList());
                  case "isSecure" -> false;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
