package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeliveryLedgerTest {
  private final Faults faults = new Faults();
  private final DeliveryLedger ledger = new DeliveryLedger("a room", 2, true, faults);

  @Test
  void a_message_is_settled_when_it_was_acknowledged_and_everybody_has_it() {
    int first = ledger.send();
    assertThat(ledger.delivered(0, first)).isFalse();
    assertThat(ledger.acked(first)).isFalse();
    assertThat(ledger.isSettled()).isFalse();
    assertThat(ledger.delivered(1, first)).isTrue();
    assertThat(ledger.isSettled()).isTrue();
    faults.check();
  }

  @Test
  void a_relay_settles_without_an_acknowledgement() {
    DeliveryLedger relay = new DeliveryLedger("relay", 1, false, faults);
    assertThat(relay.delivered(0, relay.send())).isTrue();
    assertThat(relay.settled()).isOne();
  }

  @Test
  void a_second_delivery_is_a_fault() {
    ledger.send();
    ledger.send();
    ledger.delivered(0, 0);
    ledger.delivered(0, 0);
    assertThatThrownBy(faults::check)
        .isInstanceOf(BenchmarkFailure.class)
        .hasMessageContaining("got message 0 where 1 was next");
  }

  @Test
  void a_message_that_overtakes_another_is_a_fault() {
    ledger.send();
    ledger.send();
    ledger.delivered(1, 1);
    assertThatThrownBy(faults::check).hasMessageContaining("got message 1 where 0 was next");
  }

  @Test
  void a_second_acknowledgement_is_a_fault() {
    ledger.send();
    ledger.acked(0);
    ledger.acked(0);
    assertThatThrownBy(faults::check).hasMessageContaining("acknowledged twice");
  }

  @Test
  void what_was_never_sent_can_neither_be_acknowledged_nor_delivered() {
    ledger.acked(0);
    assertThat(faults.isEmpty()).isFalse();
  }

  @Test
  void thousands_of_messages_are_counted() {
    for (int number = 0; number < 5_000; number++) {
      ledger.send();
      ledger.acked(number);
      ledger.delivered(0, number);
      ledger.delivered(1, number);
    }
    assertThat(ledger.settled()).isEqualTo(5_000);
    faults.check();
  }
}
