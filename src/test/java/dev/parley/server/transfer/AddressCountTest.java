package dev.parley.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressCountTest {
  private final AddressCount count = new AddressCount();

  @Test
  void each_address_has_a_bound_of_its_own() {
    assertThat(count.enter("192.0.2.1", 2)).isTrue();
    assertThat(count.enter("192.0.2.1", 2)).isTrue();
    assertThat(count.enter("192.0.2.1", 2)).isFalse();
    assertThat(count.enter("192.0.2.2", 2)).isTrue();
    count.leave("192.0.2.1");
    assertThat(count.enter("192.0.2.1", 2)).isTrue();
  }

  @Test
  void the_addresses_of_one_ipv6_network_are_one() {
    assertThat(count.enter("2001:db8:1:2::1", 1)).isTrue();
    assertThat(count.enter("2001:db8:1:2:3:4:5:6", 1)).isFalse();
    assertThat(count.enter("2001:db8:1:3::1", 1)).isTrue();
    assertThat(count.enter("2001:db8::1", 1)).isTrue();
    assertThat(count.enter("2001:db8::2:3", 1)).isFalse();
  }

  @Test
  void at_zero_there_is_no_bound() {
    for (int i = 0; i < 1000; i++) {
      assertThat(count.enter("192.0.2.1", 0)).isTrue();
    }
  }
}
