package dev.parley.chat.conversation;

import dev.parley.base.request.Input;

/** The two roles of a group's members, as their words go over the wire. */
final class MemberRole {
  static final String OWNER = "owner";
  static final String MEMBER = "member";

  private MemberRole() {}

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
