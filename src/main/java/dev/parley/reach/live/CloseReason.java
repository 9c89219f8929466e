package dev.parley.reach.live;

/** Why the server closes a live session, and by that whether its client is to come back. */
enum CloseReason {
  GOING_AWAY(1001, "going_away"),
  NO_BINARY(1003, "text_only"),
  TOO_BIG(1009, "too_big"),
  RESTART(1012, "restart"),
  SIGN_IN_AGAIN(4401, "sign_in_again"),
  ACCOUNT_DISABLED(4403, "account_disabled"),
  TOO_SLOW(4408, "too_slow"),
  SIGNED_OUT(4409, "signed_out"),
  TOO_FAST(4429, "too_fast");

  private final int code;
  private final String word;

  CloseReason(int code, String word) {
    this.code = code;
    this.word = word;
  }

  int code() {
    return code;
  }

  String word() {
    return word;
  }
}
