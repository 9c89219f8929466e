package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address has one text. */
class InternetAddressTest {

  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:1, ::1",
    "::1, ::1",
    "0:0:0:0:0:0:0:0, ::",
    "2001:DB8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "fe80:0:0:0:0:0:0:0, fe80::",
    "fe80:0:0:0:1:2:3:4%2, fe80::1:2:3:4",
    "::ffff:203.0.113.7, 203.0.113.7",
    "0:0:0:0:0:ffff:cb00:7107, 203.0.113.7",
    "203.0.113.7, 203.0.113.7"
  })
  void an_address_is_written_in_its_canonical_form(String given, String canonical) {
    assertThat(InternetAddress.canonical(given)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1:2", ":::", "12345::", "1:2:3:4:5:6:7:8:9", "localhost"})
  void what_is_no_address_stays_as_it_is(String given) {
    assertThat(InternetAddress.canonical(given)).isEqualTo(given);
  }
}
