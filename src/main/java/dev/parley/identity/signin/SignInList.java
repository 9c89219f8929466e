package dev.parley.identity.signin;

import dev.parley.base.request.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where a user is signed in, as they see it. */
@ApplicationScoped
public class SignInList {
  private static final String COLUMNS =
      "select id, device, address, created_at, last_used_at from sign_in where user_id = ?1";

  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /** A sign-in as its owner sees it. */
  public record SignInView(
      UUID id,
      boolean current,
      String device,
      String address,
      Instant createdAt,
      Instant lastUsedAt) {}

  /** A page of sign-ins. */
  public record SignInPage(List<SignInView> items, String next) {}

  /** The sign-ins that stand, newest first. */
  public SignInPage page(UUID user, UUID current, Paging paging) {
    UUID after = paging.after(UUID::fromString);
    Query query =
        database
            .createNativeQuery(
                COLUMNS
                    + " and ended_at is null and expires_at > ?2 and idle_expires_at > ?2"
                    + (after == null ? "" : " and id < ?4")
                    + " order by id desc limit ?3")
            .setParameter(1, user)
            .setParameter(2, Timestamp.from(clock.instant()))
            .setParameter(3, paging.limit() + 1);
    if (after != null) {
      query.setParameter(4, after);
    }
    List<SignInView> found = views(query, current);
    return new SignInPage(paging.page(found), paging.next(found, SignInView::id));
  }

  /** All sign-ins that are kept, also those that have ended. */
  List<SignInView> all(UUID user) {
    return views(
        database.createNativeQuery(COLUMNS + " order by id desc").setParameter(1, user), null);
  }

  private static List<SignInView> views(Query query, UUID current) {
    Stream<?> rows = query.getResultStream();
    return rows.map(row -> view((Object[]) row, current)).toList();
  }

  private static SignInView view(Object[] row, UUID current) {
    return new SignInView(
        (UUID) row[0],
        row[0].equals(current),
        (String) row[1],
        (String) row[2],
        ((Timestamp) row[3]).toInstant(),
        ((Timestamp) row[4]).toInstant());
  }
}
