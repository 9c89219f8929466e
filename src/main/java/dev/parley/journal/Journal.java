package dev.parley.journal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Where features say what changed for whom; it is written as the last thing before their
 * transaction commits.
 */
@ApplicationScoped
public class Journal {
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private JournalRows rows;
  @Inject private Event<HeadsMoved> headsMoved;

  /**
   * Adds an event to a user's journal within the caller's transaction.
   *
   * @throws IllegalStateException when there is no transaction
   */
  public void append(UUID user, String type, UUID subject) {
    pending().add(new JournalEntry(user, type, subject));
  }

  private Pending pending() {
    Pending pending = (Pending) transaction.getResource(Pending.class);
    if (pending == null) {
      pending = new Pending(rows);
      transaction.putResource(Pending.class, pending);
      // Heads are locked late, together and in one order: two transactions never wait for each
      // other in a ring.
      transaction.registerInterposedSynchronization(pending);
      headsMoved.fire(new HeadsMoved(pending.users));
    }
    return pending;
  }

  private static final class Pending implements Synchronization {
    private final JournalRows rows;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Set<UUID> users = new LinkedHashSet<>();

    Pending(JournalRows rows) {
      this.rows = rows;
    }

    void add(JournalEntry entry) {
      entries.add(entry);
      users.add(entry.user());
    }

    @Override
    public void beforeCompletion() {
      rows.write(entries);
    }

    @Override
    public void afterCompletion(int status) {
      entries.clear();
    }
  }
}
