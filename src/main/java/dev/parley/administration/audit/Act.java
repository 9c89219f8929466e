package dev.parley.administration.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The acts that are audited, in the words of the log. */
public enum Act {
  SIGN_IN("sign_in"),
  SIGN_IN_REFUSED("sign_in_refused"),
  SIGN_OUT("sign_out"),
  TOKEN_REUSED("token_reused"),
  PASSWORD_CHANGED("password_changed"),
  PASSWORD_RESET("password_reset"),
  USER_CREATED("user.created"),
  USER_DISABLED("user.disabled"),
  USER_ENABLED("user.enabled"),
  USER_DELETED("user.deleted"),
  USER_ROLES_CHANGED("user.roles_changed"),
  USER_IMPORTED("user.imported"),
  USER_PASSWORD_RESET_MADE("user.password_reset_made"),
  USER_SESSION_ENDED("user.session_ended"),
  CONNECTION_CREATED("connection.created"),
  CONNECTION_APPROVED("connection.approved"),
  CONNECTION_REMOVED("connection.removed"),
  CONNECTION_DELETED("connection.deleted"),
  ANNOUNCEMENT_PUBLISHED("announcement.published"),
  ANNOUNCEMENT_DELETED("announcement.deleted"),
  SETTING_CHANGED("setting.changed"),
  MESSAGE_DELETED_BY_ADMIN("message.deleted_by_admin"),
  NOT_AN_ADMIN("not_an_admin"),
  SSO_LINKED("sso.linked"),
  SSO_UNLINKED("sso.unlinked"),
  SSO_SIGNED_OUT("sso.signed_out"),
  SSO_REFUSED("sso.refused"),
  AUDIT_EXPORTED("audit.exported");

  private final String word;

  Act(String word) {
    this.word = word;
  }

  /** The word as it is kept and shown. */
  public String word() {
    return word;
  }

  static Optional<Act> of(String word) {
    return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Act::word).toList();
  }
}
