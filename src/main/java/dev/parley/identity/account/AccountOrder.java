package dev.parley.identity.account;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.util.Arrays;
import java.util.Locale;

/** The orders in which administrators may look through accounts. */
public enum AccountOrder {
  USERNAME("u.username", false),
  USERNAME_DOWN("u.username", true),
  CREATED_AT("u.created_at", false),
  CREATED_AT_DOWN("u.created_at", true),
  LAST_SIGN_IN_AT("coalesce(u.last_sign_in_at, timestamptz '1970-01-01 00:00:00+00')", false),
  LAST_SIGN_IN_AT_DOWN("coalesce(u.last_sign_in_at, timestamptz '1970-01-01 00:00:00+00')", true);

  private final String key;
  private final boolean down;

  AccountOrder(String key, boolean down) {
    this.key = key;
    this.down = down;
  }

  /**
   * The order of a word such as {@code -created_at}; by username without one.
   *
   * @throws DomainException {@code bad_request}
   */
  public static AccountOrder of(String word) {
    if (word == null) {
      return USERNAME;
    }
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new DomainException(
                    CommonCode.BAD_REQUEST,
                    "Sort by username, created_at or last_sign_in_at, with - for downwards."));
  }

  private String word() {
    String name = name().toLowerCase(Locale.ROOT);
    return down ? "-" + name.substring(0, name.length() - "_down".length()) : name;
  }

  boolean isByName() {
    return this == USERNAME || this == USERNAME_DOWN;
  }

  /** The condition of what comes after a place: ?3 is its key and ?4, unless by name, its id. */
  String further() {
    String than = down ? " < " : " > ";
    return isByName()
        ? " and u.username" + than + "?3"
        : " and (" + key + ", u.id)" + than + "(cast(?3 as timestamptz), ?4)";
  }

  String clause() {
    String direction = down ? " desc" : "";
    return " order by " + key + direction + (isByName() ? "" : ", u.id" + direction);
  }
}
