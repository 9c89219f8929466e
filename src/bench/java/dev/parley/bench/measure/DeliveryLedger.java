package dev.parley.bench.measure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Keeps count of one sender's messages: each is to be acknowledged once, and delivered once and in
 * order to each receiver.
 *
 * <p>One thread sends; one other takes what comes back.
 */
public final class DeliveryLedger {
  private final String name;
  private final Faults faults;
  private final boolean acknowledges;
  private final int[] next;
  private final BitSet acked = new BitSet();
  private int[] parts = new int[1024];
  private volatile int sent;
  private volatile int settled;

  /**
   * A ledger of messages from one sender.
   *
   * @param name what faults call it
   * @param acknowledges whether the server acknowledges at all
   */
  public DeliveryLedger(String name, int receivers, boolean acknowledges, Faults faults) {
    this.name = name;
    this.next = new int[receivers];
    this.acknowledges = acknowledges;
    this.faults = faults;
  }

  /** The number of the next message, which counts as sent from now on. */
  public int send() {
    return sent++;
  }

  /** Takes an acknowledgement; true when nothing is missing any more of this message. */
  public boolean acked(int number) {
    if (number >= sent || !acknowledges || acked.get(number)) {
      faults.report(name + ": message " + number + " was acknowledged twice or never sent");
      return false;
    }
    acked.set(number);
    return count(number);
  }

  /** Takes a delivery; true when nothing is missing any more of this message. */
  public boolean delivered(int receiver, int number) {
    if (number >= sent || number != next[receiver]) {
      faults.report(
          "%s: receiver %d got message %d where %d was next"
              .formatted(name, receiver, number, next[receiver]));
      return false;
    }
    next[receiver]++;
    return count(number);
  }

  private boolean count(int number) {
    if (number >= parts.length) {
      parts = Arrays.copyOf(parts, Math.max(number + 1, parts.length * 2));
    }
    if (++parts[number] < next.length + (acknowledges ? 1 : 0)) {
      return false;
    }
    settled++;
    return true;
  }

  public int sent() {
    return sent;
  }

  /** How many messages were acknowledged and delivered to everybody. */
  public int settled() {
    return settled;
  }

  public boolean isSettled() {
    return settled == sent;
  }
}
