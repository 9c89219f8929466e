package dev.parley.administration.userimport;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.Actor;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.AuditService;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import dev.parley.identity.account.AccountCode;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.Administrators;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.token.OneTimeTokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps imports: each line in a transaction with its account, its report and its audit. */
@ApplicationScoped
@Transactional
public class ImportService {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** How long it can be read what became of an import. */
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private ImportRepository rows;
  @Inject private Administrators administrators;
  @Inject private AccountService accounts;
  @Inject private OneTimeTokenService tokens;
  @Inject private AuditService audit;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.tokens.password-reset")
  private Duration resetLife;

  /**
   * Begins an import.
   *
   * @throws DomainException {@code import_running}
   */
  UUID begin(Actor actor, int total) {
    administrators.takeTurn(actor.id());
    rows.giveUp(clock.instant().minus(SILENCE));
    Optional<UUID> running = rows.running();
    if (running.isPresent()) {
      throw new DomainException(ImportCode.IMPORT_RUNNING)
          .with("current", rows.job(running.get(), Integer.MAX_VALUE));
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    rows.add(id, actor.username(), total, clock.instant());
    return id;
  }

  /** An import with its report after a line. */
  ImportJob job(UUID id, int after) {
    rows.giveUp(clock.instant().minus(SILENCE));
    return rows.job(id, after);
  }

  /**
   * Makes the account of a line.
   *
   * @param hash of its password, null for a link to choose one
   * @return false when the import is not under way any more
   */
  boolean enrol(UUID id, Actor actor, String reason, ImportedPerson newcomer, String hash) {
    administrators.takeTurn(actor.id());
    if (!rows.count(id, false, clock.instant())) {
      return false;
    }
    String name = Input.required(newcomer.username(), "username");
    boolean admin = newcomer.isAdmin();
    OwnUser user = accounts.make(name, newcomer.displayName(), hash, admin);
    String url = hash == null ? tokens.passwordReset(user.id()).url() : null;
    rows.report(id, new ImportLine(newcomer.line(), user.username(), "created", null, null, url));
    audit.write(
        AuditEntry.of(Act.USER_IMPORTED, actor)
            .about(user.id(), user.username())
            .because(reason)
            .with("import", id.toString())
            .with("admin", admin ? true : null));
    return true;
  }

  /**
   * Reports why a line made no account.
   *
   * @return false when the import is not under way any more
   */
  boolean refuse(UUID id, ImportedPerson newcomer, DomainException why) {
    boolean exists = why.code() == AccountCode.USERNAME_TAKEN;
    if (!rows.count(id, !exists, clock.instant())) {
      return false;
    }
    String name = newcomer.username() == null ? null : newcomer.username().replace("\0", "");
    rows.report(
        id,
        new ImportLine(
            newcomer.line(),
            name,
            exists ? "exists" : "refused",
            why.code().word(),
            why.getMessage(),
            null));
    return true;
  }

  void end(UUID id, boolean whole) {
    rows.end(id, whole ? "done" : "failed");
  }

  /** Takes links out of reports when they work no longer, and forgets reports that are old. */
  public void tidy() {
    Instant now = clock.instant();
    rows.giveUp(now.minus(SILENCE));
    rows.forgetLinks(now.minus(resetLife));
    rows.forget(now.minus(KEPT));
  }
}
