package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.FieldError;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Which part of a list is asked for: at most {@code limit} items after the one the cursor names.
 */
public record Paging(int limit, String after) {
  private static final int DEFAULT = 50;
  private static final int MOST = 200;

  /**
   * Reads the query parameters of a list call.
   *
   * @throws DomainException {@code bad_request} for a limit or cursor that makes no sense
   */
  public static Paging of(String limit, String cursor) {
    return new Paging(readLimit(limit), cursor == null ? null : readCursor(cursor));
  }

  /** Reads a {@code limit}: 50 when absent, 200 at most. */
  public static int readLimit(String limit) {
    if (limit == null) {
      return DEFAULT;
    }
    if (!limit.matches("0*[1-9]\\d*")) {
      throw wrong("limit", "A limit is a whole number above 0.");
    }
    return new BigInteger(limit).min(BigInteger.valueOf(MOST)).intValue();
  }

  private static String readCursor(String cursor) {
    try {
      String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (key.isEmpty() || key.indexOf('\0') >= 0) {
        throw wrong("cursor", "This cursor is not one of ours.");
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw wrong("cursor", "This cursor is not one of ours.");
    }
  }

  /** The key after which the page begins, read as the list's own type. */
  public <T> T after(Function<String, T> reader) {
    try {
      return after == null ? null : reader.apply(after);
    } catch (IllegalArgumentException e) {
      throw wrong("cursor", "This cursor is not one of ours.");
    }
  }

  /**
   * The cursor of the next page: null when the list ended, that is, when no more than a page was
   * found.
   */
  public <T> String next(List<T> foundOneMore, Function<T, Object> key) {
    return foundOneMore.size() <= limit ? null : cursor(key.apply(foundOneMore.get(limit - 1)));
  }

  /** The page itself out of a list that was read one item further. */
  public <T> List<T> page(List<T> foundOneMore) {
    return foundOneMore.size() <= limit ? foundOneMore : foundOneMore.subList(0, limit);
  }

  /** The cursor of the part of a list after this key. */
  public static String cursor(Object key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static DomainException wrong(String field, String message) {
    return new DomainException(
        CommonCode.BAD_REQUEST, message, List.of(new FieldError(field, message)));
  }
}
