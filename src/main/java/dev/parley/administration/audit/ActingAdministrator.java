package dev.parley.administration.audit;

import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.ProblemKind;
import dev.parley.base.request.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** The administrator who makes the current call, and that what they may not do is noted too. */
@ApplicationScoped
public class ActingAdministrator {
  @Inject private Caller caller;
  @Inject private ClientAddress client;
  @Inject private AuditService audit;

  /** Who makes the current call. */
  public Actor actor() {
    return new Actor(caller.id(), caller.username(), client.address());
  }

  /**
   * Carries out an act, whose service writes its line; a refusal gets a line of its own, unless the
   * input was malformed or the act only came too early.
   *
   * @param intended what is attempted
   */
  public <T> T attempt(AuditEntry intended, Supplier<T> act) {
    try {
      return act.get();
    } catch (DomainException e) {
      if (e.code().kind() != ProblemKind.INVALID && e.code().kind() != ProblemKind.UNAVAILABLE) {
        audit.writeAlone(intended.refused(e.code().word()));
      }
      throw e;
    }
  }
}
