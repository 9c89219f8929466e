package dev.parley.base.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a list of proxies means. */
class TrustedProxiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.5                   | 10.0.0.5",
        "10.0.0.0/8                 | 10.255.1.2",
        "10.0.0.0/8                 | ::ffff:10.1.2.3",
        "192.168.4.0/22             | 192.168.7.255",
        "192.168.4.9/22             | 192.168.4.1",
        "203.0.113.128/25           | 203.0.113.128",
        "203.0.113.7/32             | 203.0.113.7",
        "0.0.0.0/0                  | 203.0.113.7",
        "::1                        | 0:0:0:0:0:0:0:1",
        "2001:db8::/32              | 2001:DB8:ffff::1",
        "2001:db8:0:8000::/49       | 2001:db8:0:ffff::1",
        "fe80::/10                  | fe80:0:0:0:1:2:3:4%2",
        "::/0                       | 2001:db8::1",
        "::ffff:10.0.0.0/104        | 10.9.9.9",
        "10.0.0.1, 172.16.0.0/12    | 172.31.255.255",
        "'10.0.0.1,2001:db8::/64 '  | 2001:db8::42"
      })
  void an_address_in_the_list_is_trusted(String proxies, String address) {
    assertThat(TrustedProxies.areWellFormed(proxies)).isTrue();
    assertThat(TrustedProxies.of(proxies).include(address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                         | 127.0.0.1",
        "10.0.0.5                   | 10.0.0.50",
        "10.0.0.0/8                 | 11.0.0.1",
        "192.168.4.0/22             | 192.168.8.0",
        "203.0.113.128/25           | 203.0.113.127",
        "0.0.0.0/0                  | 2001:db8::1",
        "::/0                       | 203.0.113.7",
        "2001:db8::/32              | 2001:db9::1",
        "2001:db8:0:8000::/49       | 2001:db8:0:7fff::1",
        "10.0.0.0/8                 | localhost",
        "10.0.0.0/8                 | ''"
      })
  void an_address_beside_the_list_is_not(String proxies, String address) {
    assertThat(TrustedProxies.areWellFormed(proxies)).isTrue();
    assertThat(TrustedProxies.of(proxies).include(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "proxy.example.org",
        "10.0.0",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.1.",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "2001:db8::/129",
        "2001:db8::1::2",
        "::ffff:10.0.0.0/95",
        "10.0.0.1;10.0.0.2",
        "10.0.0.1 10.0.0.2",
        "10.0.0.1,",
        "10.0.0.1,,10.0.0.2",
        "/8"
      })
  void what_is_neither_address_nor_block_is_not_well_formed(String proxies) {
    assertThat(TrustedProxies.areWellFormed(proxies)).isFalse();
  }
}
