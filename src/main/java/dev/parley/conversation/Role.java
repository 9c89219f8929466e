package dev.parley.conversation;

import dev.parley.caller.Input;

/** The two roles of a group's members, as their words go over the wire. */
final class Role {
  static final String OWNER = "owner";
  static final String MEMBER = "member";

  private Role() {}

  /** A role as it was given, or the ordinary one. */
  static String checked(String given) {
    if (given == null || given.equals(MEMBER)) {
      return MEMBER;
    }
    if (given.equals(OWNER)) {
      return OWNER;
    }
    throw Input.wrong("role", "A role is owner or member.");
  }
}
