package dev.parley.identity.signin;

import dev.parley.identity.token.ActiveSignIn;
import dev.parley.identity.token.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tickets let a browser, which cannot send headers there, open one live session; each works once
 * and for seconds.
 */
@ApplicationScoped
@Transactional
public class TicketService {
  @PersistenceContext private EntityManager database;
  @Inject private SignInService signIns;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.tokens.ticket")
  private Duration life;

  /** A ticket, and for how many seconds it is good. */
  public record Ticket(String ticket, long expiresIn) {}

  /** A new ticket of a sign-in. */
  public Ticket make(UUID signIn) {
    String ticket = Secrets.random();
    database
        .createNativeQuery("insert into ws_ticket (hash, sign_in_id, expires_at) values (?, ?, ?)")
        .setParameter(1, Secrets.hash(ticket))
        .setParameter(2, signIn)
        .setParameter(3, Timestamp.from(clock.instant().plus(life)))
        .executeUpdate();
    return new Ticket(ticket, life.toSeconds());
  }

  /** Uses a ticket up; empty when it is none, was used, or is too old. */
  public Optional<ActiveSignIn> redeem(String ticket) {
    List<?> found =
        database
            .createNativeQuery(
                "delete from ws_ticket where hash = ? returning case when expires_at > ? then sign_in_id end")
            .setParameter(1, Secrets.hash(ticket))
            .setParameter(2, Timestamp.from(clock.instant()))
            .getResultList();
    return found.stream()
        .filter(UUID.class::isInstance)
        .findFirst()
        .flatMap(signIn -> signIns.active((UUID) signIn));
  }
}
