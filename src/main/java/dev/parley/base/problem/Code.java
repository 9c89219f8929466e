package dev.parley.base.problem;

/**
 * A stable, machine-readable word for a refusal, the same over REST and WebSocket; each feature has
 * its own enum.
 */
public interface Code {

  /** The name of the enum constant. */
  String name();

  /** What sort of refusal this is. */
  ProblemKind kind();

  /** One short sentence for people, the same for every occurrence. */
  String title();

  /** The word as it goes over the wire, such as {@code request_not_pending}. */
  default String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
