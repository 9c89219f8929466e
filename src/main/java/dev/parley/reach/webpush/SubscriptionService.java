package dev.parley.reach.webpush;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.identity.signin.SignInCode;
import dev.parley.identity.signin.SignInEvent.SignInEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the subscriptions of browsers, each as long as the sign-in that made it. */
@ApplicationScoped
@Transactional
public class SubscriptionService {
  // The user first: an act that ends all their sign-ins has locked them, and takes the oldest too.
  private static final String LOCK_USER = "select id from users where id = ? for share";

  // The lock on the sign-in has its end wait, and take this one along.
  private static final String KEEP =
      """
      insert into push_subscription as kept (id, user_id, sign_in_id, endpoint, public_key, auth, created_at)
      select ?, i.user_id, i.id, ?, ?, ?, ?
      from sign_in i where i.id = ? and i.user_id = ? and i.ended_at is null for share
      on conflict (endpoint, user_id) do update set
        sign_in_id = excluded.sign_in_id, public_key = excluded.public_key, auth = excluded.auth
      returning id, created_at
      """;
  // The browser itself has the keys; somebody who only knows its address takes nothing away.
  private static final String LEAVE_TO =
      "delete from push_subscription where endpoint = ? and public_key = ? and auth = ? and user_id <> ?";
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 8))";
  private static final String ONE_TOO_MANY =
      """
      delete from push_subscription where id in (
        select id from push_subscription where user_id = ? order by id desc offset ?)
      """;
  private static final String STANDS =
      """
      select 1 from push_subscription s
      join sign_in i on i.id = s.sign_in_id and i.ended_at is null
      join users u on u.id = s.user_id and u.enabled
      where s.id = ?
      """;

  @Inject private Sql rows;
  @Inject private Clock clock;
  @Inject private Event<PushSubscribed> subscribed;

  @Inject
  @ConfigProperty(name = "parley.limits.push-subscriptions")
  private int most;

  /** What is kept now, and whether it is new. */
  record SavedSubscription(SubscriptionView subscription, boolean isNew) {}

  /**
   * Keeps a browser's subscription for the sign-in that brings it. One that this user has brought
   * before stays the same with these keys; with the keys of somebody else, who used the same
   * browser, it is theirs no more. Beyond the limit the oldest one goes.
   *
   * @throws DomainException {@code invalid_token} when the sign-in has just ended
   */
  SavedSubscription keep(UUID user, UUID signIn, String endpoint, BrowserKeys keys) {
    rows.first(LOCK_USER, row -> Sql.id(row, "id"), user);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    rows.list(LOCK, row -> true, endpoint);
    rows.change(LEAVE_TO, endpoint, keys.point(), keys.secret(), user);
    SubscriptionView kept =
        rows.first(
                KEEP,
                row -> new SubscriptionView(Sql.id(row, "id"), Sql.instant(row, "created_at")),
                id,
                endpoint,
                keys.point(),
                keys.secret(),
                clock.instant(),
                signIn,
                user)
            .orElseThrow(() -> new DomainException(SignInCode.INVALID_TOKEN));
    if (most > 0) {
      rows.change(ONE_TOO_MANY, user, most);
    }
    subscribed.fire(new PushSubscribed(user));
    return new SavedSubscription(kept, kept.id().equals(id));
  }

  /**
   * Takes a subscription back.
   *
   * @throws DomainException {@code not_found} when the user has none such
   */
  void takeBack(UUID user, UUID id) {
    if (rows.change("delete from push_subscription where id = ? and user_id = ?", id, user) == 0) {
      throw new DomainException(CommonCode.NOT_FOUND);
    }
  }

  void ended(@Observes SignInEnded end) {
    rows.change("delete from push_subscription where sign_in_id = ?", end.signIn());
  }

  /** Forgets one whose service knows it no longer. */
  void forget(UUID id) {
    rows.change("delete from push_subscription where id = ?", id);
  }

  /** Whether one may still be pushed to. */
  boolean stands(UUID id) {
    return rows.first(STANDS, row -> true, id).isPresent();
  }
}
