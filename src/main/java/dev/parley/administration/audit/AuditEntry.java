package dev.parley.administration.audit;

import dev.parley.base.request.Input;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A line of the audit log before it is written.
 *
 * @param actor null for somebody unknown
 * @param targetId null when the target is no user or relation, or unknown
 * @param other the second person, when it is about two; else null
 * @param refused whether the act did not happen
 */
public record AuditEntry(
    Act act,
    Actor actor,
    UUID targetId,
    String target,
    String other,
    String reason,
    boolean refused,
    Map<String, Object> detail) {
  private static final int LONGEST = 300;

  /** An act that was done. */
  public static AuditEntry of(Act act, Actor actor) {
    return new AuditEntry(act, actor, null, null, null, null, false, Map.of());
  }

  /** The same about a target of that name. */
  public AuditEntry about(UUID id, String name) {
    return about(id, name, null);
  }

  /** The same about something between two people of these names. */
  public AuditEntry about(UUID id, String one, String another) {
    return new AuditEntry(act, actor, id, kept(one), kept(another), reason, refused, detail);
  }

  public AuditEntry because(String why) {
    return new AuditEntry(act, actor, targetId, target, other, why, refused, detail);
  }

  /** The same, refused with this code. */
  public AuditEntry refused(String code) {
    return new AuditEntry(act, actor, targetId, target, other, reason, true, detail)
        .with("code", code);
  }

  /** The same with a further detail; one that is not known is left out. */
  public AuditEntry with(String name, Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new TreeMap<>(detail);
    more.put(name, value instanceof String text ? kept(text) : value);
    return new AuditEntry(act, actor, targetId, target, other, reason, refused, more);
  }

  /** Some of it is what a call brought: cut to a length, without what cannot be kept. */
  private static String kept(String text) {
    return text == null
        ? null
        : text.codePoints()
            .filter(point -> !Input.cannotBeKept(point))
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
