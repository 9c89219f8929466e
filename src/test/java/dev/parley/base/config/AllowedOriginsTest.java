package dev.parley.base.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a browser may bring, so that nobody has the server call what they like. */
class AllowedOriginsTest {
  private final AllowedOrigins usual =
      AllowedOrigins.of(ConfigurationKey.PUSH_SERVICES.defaultValue());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/c3RyYW5nZXI:APA91b",
        "https://fcm.googleapis.com/wp/c3RyYW5nZXI:APA91b",
        "https://FCM.googleapis.com:443/wp/x",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk",
        "https://web.push.apple.com/QGuQyavXutnMH",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC",
        "https://a.b.notify.windows.com/w/"
      })
  void the_services_of_the_known_browsers_are_called(String endpoint) {
    assertThat(usual.serviceOf(URI.create(endpoint))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://fcm.googleapis.com./x",
        "https://evil.example/fcm.googleapis.com",
        "https://fcm.googleapis.com@evil.example/x",
        "https://someone@fcm.googleapis.com/x",
        "https://fcm.googleapis.com/x#fragment",
        "https://evilpush.apple.com/x",
        "https://push.apple.com/x",
        "https://.push.apple.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/x",
        "file:///etc/passwd",
        "ftp://fcm.googleapis.com/x",
        "fcm.googleapis.com/x",
        "mailto:push@fcm.googleapis.com",
        "/x",
        ""
      })
  void nothing_else_is(String endpoint) {
    assertThat(usual.serviceOf(URI.create(endpoint))).isEmpty();
  }

  @Test
  void a_service_goes_by_the_name_that_it_is_configured_with() {
    assertThat(usual.serviceOf(URI.create("https://web.push.apple.com/secret")))
        .contains("https://*.push.apple.com");
  }

  @Test
  void a_port_is_part_of_the_origin() {
    AllowedOrigins own = AllowedOrigins.of("https://push.example.org:8443, http://127.0.0.1:9000");
    assertThat(own.serviceOf(URI.create("https://push.example.org:8443/x"))).isPresent();
    assertThat(own.serviceOf(URI.create("https://push.example.org/x"))).isEmpty();
    assertThat(own.serviceOf(URI.create("http://127.0.0.1:9000/x"))).isPresent();
    assertThat(own.serviceOf(URI.create("http://127.0.0.1:9001/x"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://push.example.org",
        "https://push.example.org,https://*.example.net",
        "https://push.example.org:8443 , http://localhost:9000",
        "http://127.0.0.1:9000"
      })
  void a_list_of_origins_is_well_formed(String list) {
    assertThat(AllowedOrigins.areWellFormed(list)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "push.example.org",
        "http://push.example.org",
        "https://push.example.org/",
        "https://push.example.org/path",
        "https://*",
        "https://*.org",
        "https://push.*.org",
        "https://push.example.org,",
        "https://someone@push.example.org",
        "https://push.example.org:x"
      })
  void what_is_none_is_refused_at_the_start(String list) {
    assertThat(AllowedOrigins.areWellFormed(list)).isFalse();
  }
}
