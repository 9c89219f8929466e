package dev.parley.bench.target;

import dev.parley.bench.measure.Faults;
import java.util.UUID;

/** Parley's frames of one conversation. */
final class ParleyWording implements Wording {
  private final String conversation;
  private final int bodyLength;
  private final Faults faults;

  /** Makes this round's client ids unlike those of any other. */
  private final long round = UUID.randomUUID().getMostSignificantBits();

  ParleyWording(String conversation, int bodyLength, Faults faults) {
    this.conversation = conversation;
    this.bodyLength = bodyLength;
    this.faults = faults;
  }

  @Override
  public String message(int number) {
    return "{\"action\":\"send_message\",\"id\":\""
        + number
        + "\",\"conversation\":\""
        + conversation
        + "\",\"client_id\":\""
        + new UUID(round, 0x8000_0000_0000_0000L | number)
        + "\",\"body\":\""
        + Body.of(number, bodyLength)
        + "\"}";
  }

  @Override
  public int acknowledged(String frame) {
    refuseError(frame);
    return frame.contains("\"type\":\"ack\"") ? Body.numberIn(frame) : -1;
  }

  @Override
  public int delivered(String frame) {
    refuseError(frame);
    return frame.contains("\"event\":\"message.sent\"") ? Body.numberIn(frame) : -1;
  }

  private void refuseError(String frame) {
    if (frame.contains("\"type\":\"error\"") || frame.contains("\"type\":\"reset\"")) {
      faults.report("the server answered " + frame);
    }
  }
}
