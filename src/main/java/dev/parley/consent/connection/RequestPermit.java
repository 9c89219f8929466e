package dev.parley.consent.connection;

import dev.parley.base.problem.DomainException;

/** Lets somebody ask its giver for a connection, whatever the giver's settings and the caps say. */
public interface RequestPermit {
  /** Refuses when it is not good any more; the refusal says why. */
  void requireGood();

  /** The refusal to a user that its giver blocks; it must not tell of the block. */
  DomainException refusalToBlocked();

  /** Whether it connects at once and does not ask. */
  boolean connectsAtOnce();

  /** Whether this person has used it before. */
  boolean isUsed();

  /** Notes that this person uses it now. */
  void use();
}
