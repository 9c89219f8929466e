package dev.parley.consent.connection;

import dev.parley.base.journal.Journal;
import dev.parley.consent.connection.ConnectionEvent.ConnectionApproved;
import dev.parley.consent.connection.ConnectionEvent.ConnectionEnded;
import dev.parley.identity.account.AccountEvent.AccountDisabled;
import dev.parley.identity.account.AccountEvent.AccountEnabled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells people whose number of mutual connections with somebody in their lists has changed because
 * two others connected or parted, so that old lists and events still come to what is shown afresh.
 */
@ApplicationScoped
class MutualCounts {
  /** The people connected to one of two and in a live relation with the other, each with that. */
  static final String CONCERNED =
      """
      with friend as (
          select receiver_id as id, sender_id as side from user_connection
            where sender_id in (?1, ?2) and status = 'approved'
          union all
          select sender_id, receiver_id from user_connection
            where receiver_id in (?1, ?2) and status = 'approved'),
        near as (
          select receiver_id as id, sender_id as side from user_connection
            where sender_id in (?1, ?2) and status in ('pending', 'approved')
          union all
          select sender_id, receiver_id from user_connection
            where receiver_id in (?1, ?2) and status in ('pending', 'approved'))
      select near.id, near.side from near join friend on friend.id = near.id and friend.side <> near.side
      limit ?3
      """;

  /** Those in a live relation who are both connected with somebody. */
  static final String AROUND =
      """
      with friend as (
        select receiver_id as id from user_connection where sender_id = ?1 and status = 'approved'
        union all
        select sender_id from user_connection where receiver_id = ?1 and status = 'approved')
      select c.sender_id, c.receiver_id from friend
      join user_connection c on c.sender_id = friend.id and c.status in ('pending', 'approved')
      where exists (select 1 from friend other where other.id = c.receiver_id)
      limit ?2
      """;

  @PersistenceContext private EntityManager database;
  @Inject private Journal journal;

  @Inject
  @ConfigProperty(name = "parley.limits.mutual-fan-out")
  private int most;

  void approved(@Observes ConnectionApproved fact) {
    tell(fact.sender(), fact.receiver());
  }

  void ended(@Observes ConnectionEnded fact) {
    if (fact.change() == Change.REMOVED) {
      tell(fact.sender(), fact.receiver());
    }
  }

  /** A disabled account counts for nobody. */
  void disabled(@Observes AccountDisabled fact) {
    tellAround(fact.user());
  }

  void enabled(@Observes AccountEnabled fact) {
    tellAround(fact.user());
  }

  private void tellAround(UUID user) {
    tell(
        database
            .createNativeQuery(AROUND)
            .setParameter(1, user)
            .setParameter(2, most == 0 ? Integer.MAX_VALUE : most)
            .getResultList());
  }

  private void tell(UUID one, UUID other) {
    tell(
        database
            .createNativeQuery(CONCERNED)
            .setParameter(1, one)
            .setParameter(2, other)
            .setParameter(3, most == 0 ? Integer.MAX_VALUE : most)
            .getResultList());
  }

  private void tell(List<?> concerned) {
    for (Object row : concerned) {
      UUID person = (UUID) ((Object[]) row)[0];
      UUID near = (UUID) ((Object[]) row)[1];
      journal.append(person, "user.updated", near);
      journal.append(near, "user.updated", person);
    }
  }
}
