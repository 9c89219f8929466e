package dev.parley.base.journal;

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
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes from features what changed for which users, and writes it as the last thing before their
 * transaction commits.
 */
@ApplicationScoped
public class Journal {
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private JournalRepository rows;
  @Inject private Event<HeadsMoved> headsMoved;

  /**
   * Adds an event to a user's journal within the caller's transaction.
   *
   * @throws IllegalStateException when there is no transaction
   */
  public void append(UUID user, String type, UUID subject) {
    append(user, type, subject, null);
  }

  /**
   * The same, when what the event shows the user is known already.
   *
   * @param data as JSON; live sessions that are up to date get it without reading it again
   */
  public void append(UUID user, String type, UUID subject, String data) {
    pending().add(new JournalEntry(user, type, subject, data));
  }

  /**
   * Says what the events of this transaction show a user of a subject at its end, when there are
   * any.
   *
   * @param data gives it as JSON
   */
  public void shows(UUID user, UUID subject, Supplier<String> data) {
    Pending pending = (Pending) transaction.getResource(Pending.class);
    if (pending != null) {
      pending.show(user, subject, data);
    }
  }

  /**
   * Runs a service's work and then writes what it said. It has to happen while the service runs:
   * once its transaction ends, the server gives out connections that are no part of it any more.
   */
  Object writing(Callable<Object> work) throws Exception {
    if (transaction.getTransactionKey() == null
        || transaction.getResource(WritesAtEnd.class) != null) {
      return work.call();
    }
    transaction.putResource(WritesAtEnd.class, true);
    try {
      Object result = work.call();
      writeNow();
      return result;
    } finally {
      transaction.putResource(WritesAtEnd.class, null);
    }
  }

  private void writeNow() {
    Pending pending = (Pending) transaction.getResource(Pending.class);
    if (pending != null && !transaction.getRollbackOnly()) {
      pending.take(rows::writeWithChange);
    }
  }

  /** Marks a transaction whose outermost service writes at its end. */
  private interface WritesAtEnd {}

  private Pending pending() {
    Pending pending = (Pending) transaction.getResource(Pending.class);
    if (pending == null) {
      pending = new Pending(rows);
      transaction.putResource(Pending.class, pending);
      transaction.registerInterposedSynchronization(pending);
      headsMoved.fire(new HeadsMoved(pending.users, pending.written));
    }
    return pending;
  }

  /** Heads are locked late, together and in one order: no two transactions wait in a ring. */
  private static final class Pending implements Synchronization {
    private final JournalRepository rows;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Set<UUID> users = new LinkedHashSet<>();
    private final List<FreshEvent> written = new ArrayList<>();

    Pending(JournalRepository rows) {
      this.rows = rows;
    }

    void add(JournalEntry entry) {
      entries.add(entry);
      users.add(entry.user());
    }

    void show(UUID user, UUID subject, Supplier<String> data) {
      if (entries.stream().anyMatch(entry -> entry.isAbout(user, subject))) {
        String known = data.get();
        entries.replaceAll(entry -> entry.isAbout(user, subject) ? entry.showing(known) : entry);
      }
    }

    void take(Function<List<JournalEntry>, List<FreshEvent>> writer) {
      if (!entries.isEmpty()) {
        written.addAll(writer.apply(List.copyOf(entries)));
        entries.clear();
      }
    }

    @Override
    public void beforeCompletion() {
      take(rows::writeAtEnd);
    }

    @Override
    public void afterCompletion(int status) {
      entries.clear();
    }
  }
}
