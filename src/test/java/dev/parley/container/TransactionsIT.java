package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.journal.Journal;
import dev.parley.base.journal.JournalEvent;
import dev.parley.base.journal.JournalReader;
import dev.parley.base.journal.SnapshotService;
import dev.parley.base.problem.DomainException;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.connection.ConnectionService;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.OwnUser;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change, its journal and its events stand together or not at all. */
@InContainer
class TransactionsIT {
  @Inject private AccountService accounts;
  @Inject private ConnectionService connections;
  @Inject private ConnectionLookupService lookup;
  @Inject private JournalReader journal;
  @Inject private Journal writer;
  @Inject private SnapshotService snapshots;
  @Inject private Heard heard;
  @Inject private LateFailure failure;
  @Resource private UserTransaction transaction;

  private OwnUser ada;
  private OwnUser ben;

  @BeforeEach
  void two_people() {
    ada = accounts.make("ada-" + shortId(), "Ada", "no hash", false);
    ben = accounts.make("ben-" + shortId(), "Ben", "no hash", false);
  }

  private static String shortId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void a_committed_request_stands_in_both_journals_and_is_heard_after_the_commit() {
    UUID request = connections.send(ada.id(), ben.username(), "hello").connection().id();

    assertThat(events(ada)).containsExactly("connection.requested");
    assertThat(events(ben)).containsExactly("connection.requested", "notification.created");
    assertThat(heard.within()).contains(request);
    assertThat(heard.after()).contains(request);
    assertThat(heard.moved()).contains(Set.of(ada.id(), ben.id()));
  }

  @Test
  void within_the_transaction_nothing_is_heard_of_its_end() throws Exception {
    transaction.begin();
    UUID request = connections.send(ada.id(), ben.username(), "").connection().id();
    assertThat(heard.within()).contains(request);
    assertThat(heard.after()).doesNotContain(request);
    transaction.commit();
    assertThat(heard.after()).contains(request);
  }

  @Test
  void a_rolled_back_request_leaves_no_trace() throws Exception {
    transaction.begin();
    UUID request = connections.send(ada.id(), ben.username(), "").connection().id();
    transaction.rollback();

    assertThat(lookup.seenBy(ada.id(), List.of(request))).isEmpty();
    assertThat(events(ada)).isEmpty();
    assertThat(events(ben)).isEmpty();
    assertThat(heard.within()).contains(request);
    assertThat(heard.after()).doesNotContain(request);
    assertThat(heard.moved()).noneMatch(users -> users.contains(ada.id()));
  }

  @Test
  void a_commit_that_fails_at_its_very_end_takes_the_journal_back_as_well() {
    assertThatThrownBy(() -> failure.request(ada.id(), ben.username()))
        .hasRootCauseInstanceOf(RollbackException.class);
    assertThat(lookup.between(ada.id(), ben.id())).isEmpty();
    assertThat(events(ada)).isEmpty();
    assertThat(journal.head(ben.id()).head()).isZero();
  }

  @Test
  void a_commit_that_fails_at_its_very_end_takes_entities_back_as_well() {
    String name = "eve-" + shortId();
    assertThatThrownBy(() -> failure.register(name))
        .hasRootCauseInstanceOf(RollbackException.class);
    assertThat(accounts.credentials(name)).isEmpty();
  }

  @Test
  void a_refusal_rolls_everything_back() {
    assertThatThrownBy(() -> connections.send(ada.id(), ada.username(), ""))
        .isInstanceOf(DomainException.class);
    assertThat(events(ada)).isEmpty();
  }

  @Test
  void the_journal_cannot_be_written_without_a_transaction() {
    assertThatThrownBy(() -> writer.append(ada.id(), "block.added", ben.id()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_snapshot_names_the_place_in_the_journal_it_belongs_to() {
    connections.send(ada.id(), ben.username(), "");
    Map<String, Object> snapshot = snapshots.of(ben.id());
    assertThat(snapshot).containsEntry("as_of_seq", 2L).containsKey("epoch");
    assertThat((List<?>) snapshot.get("connections")).hasSize(1);
    assertThat((List<?>) snapshot.get("notifications")).hasSize(1);
  }

  private List<String> events(OwnUser user) {
    return journal.range(user.id(), 0, 100).stream().map(JournalEvent::event).toList();
  }
}
