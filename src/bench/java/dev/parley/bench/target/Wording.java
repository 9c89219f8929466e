package dev.parley.bench.target;

/** How a server's frames say that a message is sent, acknowledged and delivered. */
interface Wording {

  /** The frame that sends a message. */
  String message(int number);

  /** The number of the message that a frame acknowledges, or -1. */
  int acknowledged(String frame);

  /** The number of the message that a frame delivers, or -1. */
  int delivered(String frame);
}
