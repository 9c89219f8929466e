package dev.parley.reach.live;

/**
 * Follows the frames in a client's bytes by their heads, so that a message too big is noticed when
 * it is announced and not when it has been taken in.
 */
final class FrameHeads {
  private static final int CONTINUATION = 0x0;
  private static final int FIRST_CONTROL = 0x8;
  private static final int CLOSE = 0x8;
  private static final int MASK = 4;

  /** Decides on each frame. */
  interface Gate {
    /**
     * Whether a frame may come.
     *
     * @param first whether it begins a message; others go on with one or belong to none
     * @param size bytes of its message so far, with its own; negative when nobody can count them
     */
    boolean admit(boolean first, long size);
  }

  private final Gate gate;
  private final byte[] head = new byte[14];
  private int known;
  private long payload;
  private long message;
  private boolean goodbye;

  FrameHeads(Gate gate) {
    this.gate = gate;
  }

  /**
   * Follows some more bytes up to the end of a frame.
   *
   * @return how many bytes that were; 0 as soon as a frame is not admitted
   */
  int follow(byte[] bytes, int from, int count) {
    int end = from + count;
    int at = from;
    while (at < end) {
      if (payload == 0) {
        head[known++] = bytes[at++];
        if (known < 2 || known < headSize()) {
          continue;
        }
        if (!admitFrame()) {
          return 0;
        }
      }
      int rest = (int) Math.min(payload, end - at);
      payload -= rest;
      at += rest;
      if (payload == 0) {
        break;
      }
    }
    return at - from;
  }

  /** Whether the client has sent its close frame. */
  boolean saidGoodbye() {
    return goodbye;
  }

  private int headSize() {
    boolean masked = (head[1] & 0x80) != 0;
    return 2 + lengthBytes() + (masked ? MASK : 0);
  }

  private int lengthBytes() {
    int code = head[1] & 0x7F;
    return code == 126 ? 2 : code == 127 ? 8 : 0;
  }

  private long length() {
    int bytes = lengthBytes();
    long length = bytes == 0 ? head[1] & 0x7F : 0;
    for (int i = 0; i < bytes; i++) {
      length = length << 8 | head[2 + i] & 0xFF;
    }
    return length;
  }

  private boolean admitFrame() {
    known = 0;
    payload = length();
    int opcode = head[0] & 0xF;
    if (opcode >= FIRST_CONTROL) {
      goodbye |= opcode == CLOSE;
      return gate.admit(false, payload);
    }
    boolean first = opcode != CONTINUATION;
    message = first ? payload : message + payload;
    return gate.admit(first, message);
  }
}
