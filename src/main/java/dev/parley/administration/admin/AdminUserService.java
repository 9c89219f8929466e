package dev.parley.administration.admin;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.Actor;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.AuditService;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.identity.account.AccountControlService;
import dev.parley.identity.account.AccountDeletionService;
import dev.parley.identity.account.AccountListService;
import dev.parley.identity.account.AccountRecord;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.Administrators;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.signin.SignInEvent.SignInEnded.Why;
import dev.parley.identity.signin.SignInService;
import dev.parley.identity.token.OneTimeTokenService;
import dev.parley.identity.token.OneTimeTokenService.ResetLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What administrators do to accounts, each act with its line of the audit log. */
@ApplicationScoped
@Transactional
public class AdminUserService {
  @Inject private Administrators administrators;
  @Inject private AccountService accounts;
  @Inject private AccountControlService control;
  @Inject private AccountListService list;
  @Inject private AccountDeletionService deletion;
  @Inject private OneTimeTokenService tokens;
  @Inject private SignInService signIns;
  @Inject private AuditService audit;

  /** What became of making an account: a link to choose a password when none was given. */
  public record Made(String username, ResetLink passwordReset) {}

  /**
   * Makes an account.
   *
   * @param hash of its password, null for a one-time link to choose one
   */
  public Made make(
      Actor actor, String username, String displayName, String hash, boolean admin, String reason) {
    administrators.takeTurn(actor.id());
    OwnUser user = accounts.make(username, displayName, hash, admin);
    audit.write(
        AuditEntry.of(Act.USER_CREATED, actor)
            .about(user.id(), user.username())
            .because(reason)
            .with("admin", admin ? true : null));
    return new Made(user.username(), hash == null ? tokens.passwordReset(user.id()) : null);
  }

  /** Disables an account and ends its sign-ins at once. */
  public void disable(Actor actor, String username, String reason, Long version) {
    administrators.takeTurn(actor.id());
    AccountRecord user = control.disable(username, reason, version);
    write(Act.USER_DISABLED, actor, user, reason);
  }

  public void enable(Actor actor, String username, String reason, Long version) {
    administrators.takeTurn(actor.id());
    AccountRecord user = control.enable(username, version);
    write(Act.USER_ENABLED, actor, user, reason);
  }

  public void changeRoles(
      Actor actor, String username, boolean admin, String reason, Long version) {
    administrators.takeTurn(actor.id());
    boolean before = list.byUsername(username).admin();
    AccountRecord user = control.changeRoles(username, admin, version);
    audit.write(
        AuditEntry.of(Act.USER_ROLES_CHANGED, actor)
            .about(user.id(), user.username())
            .because(reason)
            .with("from", roles(before))
            .with("to", roles(admin)));
  }

  private static List<String> roles(boolean admin) {
    return admin ? List.of("admin") : List.of();
  }

  public void delete(Actor actor, String username, String reason) {
    administrators.takeTurn(actor.id());
    UUID id = list.byUsername(username).id();
    String name = deletion.delete(id).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
    audit.write(AuditEntry.of(Act.USER_DELETED, actor).about(id, name).because(reason));
  }

  /** Makes a link with which somebody chooses a new password. */
  public ResetLink resetPassword(Actor actor, String username, String reason) {
    administrators.takeTurn(actor.id());
    AccountRecord user = list.byUsername(username);
    ResetLink link = tokens.passwordReset(user.id());
    write(Act.USER_PASSWORD_RESET_MADE, actor, user, reason);
    return link;
  }

  /** Ends a sign-in of somebody and its live sessions. */
  public void endSession(Actor actor, String username, UUID signIn, String reason) {
    administrators.takeTurn(actor.id());
    AccountRecord user = list.byUsername(username);
    if (!signIns.endOf(user.id(), signIn, Why.TERMINATED)) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
    audit.write(
        AuditEntry.of(Act.USER_SESSION_ENDED, actor)
            .about(user.id(), user.username())
            .because(reason)
            .with("session", signIn.toString()));
  }

  private void write(Act act, Actor actor, AccountRecord user, String reason) {
    audit.write(AuditEntry.of(act, actor).about(user.id(), user.username()).because(reason));
  }
}
