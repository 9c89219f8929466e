package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.measure.DeliveryLedger;
import java.util.List;
import java.util.function.IntConsumer;

/** One sender, those who receive, and the account of what was sent. */
public final class Exchange {
  private final ClientSocket sender;
  private final List<ClientSocket> receivers;
  private final Wording wording;
  private final DeliveryLedger ledger;
  private IntConsumer onSettled = number -> {};
  private IntConsumer onDelivered = number -> {};

  Exchange(
      ClientSocket sender, List<ClientSocket> receivers, Wording wording, DeliveryLedger ledger) {
    this.sender = sender;
    this.receivers = receivers;
    this.wording = wording;
    this.ledger = ledger;
    sender.onText(this::backAtSender);
    for (int i = 0; i < receivers.size(); i++) {
      int receiver = i;
      receivers.get(i).onText(frame -> atReceiver(receiver, frame));
    }
  }

  /** Has each message's number told when it was acknowledged and everybody has it. */
  public void onSettled(IntConsumer listener) {
    onSettled = listener;
  }

  /** Has each message's number told whenever somebody gets it. */
  public void onDelivered(IntConsumer listener) {
    onDelivered = listener;
  }

  /** Sends the next message. */
  public void send() {
    sender.send(wording.message(ledger.send()));
  }

  public int receivers() {
    return receivers.size();
  }

  public DeliveryLedger ledger() {
    return ledger;
  }

  List<ClientSocket> receiverSockets() {
    return receivers;
  }

  ClientSocket senderSocket() {
    return sender;
  }

  private void backAtSender(String frame) {
    int number = wording.acknowledged(frame);
    if (number >= 0 && ledger.acked(number)) {
      onSettled.accept(number);
    }
  }

  private void atReceiver(int receiver, String frame) {
    int number = wording.delivered(frame);
    if (number < 0) {
      return;
    }
    boolean settled = ledger.delivered(receiver, number);
    onDelivered.accept(number);
    if (settled) {
      onSettled.accept(number);
    }
  }
}
