package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.journal.JournalReader;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.connection.ConnectionService;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.OwnUser;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done on the scheduler is done in whole transactions, the first time and every time. */
@InContainer
class ScheduledWorkIT {
  @Inject private ScheduledWork work;
  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private AccountService accounts;
  @Inject private ConnectionService connections;
  @Inject private ConnectionLookupService lookup;
  @Inject private JournalReader journal;
  @Inject private LateFailure failure;

  private OwnUser ada;
  private OwnUser ben;

  @BeforeEach
  void two_people() {
    ada = accounts.make(name("ada"), "Ada", "no hash", false);
    ben = accounts.make(name("ben"), "Ben", "no hash", false);
  }

  private static String name(String beginning) {
    return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void work_that_takes_long_does_not_hold_up_the_rest() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    CountDownLatch rest = new CountDownLatch(1);
    Callable<Boolean> takesLong =
        () -> {
          begun.countDown();
          return rest.await(30, TimeUnit.SECONDS);
        };
    List<Future<Boolean>> running =
        List.of(scheduler.submit(takesLong), scheduler.submit(takesLong));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    scheduler.submit(rest::countDown);
    for (Future<Boolean> one : running) {
      assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void what_succeeds_is_committed_with_its_journal() throws Exception {
    for (int i = 0; i < 3; i++) {
      OwnUser other = accounts.make(name("other"), "Other", "no hash", false);
      done(() -> connections.send(ada.id(), other.username(), ""));
      assertThat(lookup.between(ada.id(), other.id())).isPresent();
      assertThat(journal.head(ada.id()).head()).isEqualTo(i + 1);
    }
  }

  @Test
  void a_failure_at_the_very_end_takes_rows_and_journal_back() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> done(() -> request(ada, ben)))
          .hasRootCauseInstanceOf(RollbackException.class);
      assertThat(lookup.between(ada.id(), ben.id())).isEmpty();
      assertThat(journal.head(ben.id()).head()).isZero();
    }
  }

  @Test
  void a_failure_at_the_very_end_takes_entities_back() {
    String eve = name("eve");
    assertThatThrownBy(() -> done(() -> register(eve)))
        .hasRootCauseInstanceOf(RollbackException.class);
    assertThat(accounts.credentials(eve)).isEmpty();
  }

  private Object request(OwnUser sender, OwnUser receiver) {
    failure.request(sender.id(), receiver.username());
    return true;
  }

  private Object register(String username) {
    failure.register(username);
    return true;
  }

  private Object done(Callable<Object> something) throws Exception {
    return work.add(something).get(60, TimeUnit.SECONDS);
  }
}
