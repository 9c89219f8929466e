package dev.parley.reach.webpush;

import java.util.UUID;

/** A message's conversation and sender, as those who read it know them. */
record MessageOrigin(UUID message, String group, String sender) {

  /** The conversation's title for its readers, who in a direct one have the sender before them. */
  String title() {
    return group == null ? sender : group;
  }

  /** What the message says, in a group with who says it before. */
  String line(String text) {
    return group == null ? text : sender + ": " + text;
  }
}
