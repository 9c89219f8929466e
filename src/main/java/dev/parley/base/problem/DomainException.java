package dev.parley.base.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal by a rule of the product: the one exception that features throw. It rolls the
 * transaction back.
 */
public class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Code code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private Duration retryAfter;

  /** A refusal with the code's own title as its detail. */
  public DomainException(Code code) {
    this(code, code.title());
  }

  /** A refusal with a sentence that says what happened and what to do. */
  public DomainException(Code code, String detail) {
    this(code, detail, List.of());
  }

  /** A refusal of input, with the members that are wrong. */
  public DomainException(Code code, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** Adds a member to the problem document, such as {@code current} or {@code retry_at}. */
  public DomainException with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /**
   * Says how long to wait before trying again; becomes {@code Retry-After} in whole seconds,
   * rounded up.
   */
  public DomainException retryAfter(Duration wait) {
    retryAfter = wait;
    return this;
  }

  public Code code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** The additional members of the problem document, serialised as JSON. */
  public Map<String, Object> members() {
    return members;
  }

  /** How long to wait, or null. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
