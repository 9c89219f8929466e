package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.journal.Head;
import dev.parley.base.journal.Journal;
import dev.parley.base.journal.JournalEvent;
import dev.parley.base.journal.JournalReader;
import dev.parley.consent.connection.ConnectionLookupService;
import dev.parley.consent.connection.ConnectionService;
import dev.parley.identity.account.AccountService;
import dev.parley.identity.account.OwnUser;
import dev.parley.identity.account.Profiles;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many transactions at once: nobody waits in a ring, no place is given twice, none is left out. */
@InContainer
class ConcurrencyIT {
  private static final long SEED = 20_260_101;

  @Inject private Journal journal;
  @Inject private JournalReader reader;
  @Inject private AccountService accounts;
  @Inject private ConnectionService connections;
  @Inject private ConnectionLookupService lookup;
  @Inject private Profiles profiles;
  @Inject private ManagedExecutorService executor;
  @Resource private UserTransaction transaction;

  @Test
  void transactions_that_move_the_same_heads_in_any_order_all_commit() throws Exception {
    // Heads that are not there yet are made by whoever comes first: the harder case.
    List<UUID> users = Stream.generate(UUID::randomUUID).limit(6).toList();
    all(400, number -> () -> append(shuffled(users, number)));

    for (UUID user : users) {
      Head head = reader.head(user);
      assertThat(head.head()).isEqualTo(400);
      assertThat(seqs(user))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
    }
  }

  @Test
  void transactions_that_move_some_heads_each_make_no_ring() throws Exception {
    List<UUID> users = Stream.generate(UUID::randomUUID).limit(40).toList();
    all(400, number -> () -> append(shuffled(users, number).subList(0, 3)));
    assertThat(users.stream().mapToLong(user -> reader.head(user).head()).sum()).isEqualTo(1_200);
    for (UUID user : users) {
      long head = reader.head(user).head();
      assertThat(seqs(user))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
    }
  }

  @Test
  void the_executor_and_the_entity_manager_get_on_with_each_other() throws Exception {
    List<OwnUser> people =
        IntStream.range(0, 12)
            .mapToObj(
                n ->
                    accounts.make(
                        "p-" + UUID.randomUUID().toString().substring(0, 12), "P", "-", false))
            .toList();
    List<Boolean> found =
        all(
            600,
            number ->
                () -> {
                  OwnUser one = people.get(number % 12);
                  OwnUser other = people.get((number + 1 + number / 12 % 11) % 12);
                  connections.send(one.id(), other.username(), "");
                  return profiles.byUsername(one.username()).isPresent()
                      && lookup.between(one.id(), other.id()).isPresent();
                });
    assertThat(found).hasSize(600).containsOnly(true);
  }

  private Boolean append(List<UUID> users) throws Exception {
    transaction.begin();
    users.forEach(user -> journal.append(user, "block.added", user));
    transaction.commit();
    return true;
  }

  private static List<UUID> shuffled(List<UUID> users, int number) {
    List<UUID> order = new ArrayList<>(users);
    Collections.shuffle(order, new Random(SEED + number));
    return order;
  }

  private List<Long> seqs(UUID user) {
    List<Long> seqs = new ArrayList<>();
    List<JournalEvent> page;
    do {
      page = reader.range(user, seqs.isEmpty() ? 0 : seqs.get(seqs.size() - 1), 200);
      page.forEach(event -> seqs.add(event.seq()));
    } while (!page.isEmpty());
    return seqs;
  }

  private interface Task {
    Callable<Boolean> of(int number);
  }

  private List<Boolean> all(int times, Task task) throws Exception {
    List<Future<Boolean>> futures =
        IntStream.range(0, times).mapToObj(task::of).map(executor::submit).toList();
    List<Boolean> results = new ArrayList<>();
    for (Future<Boolean> future : futures) {
      results.add(future.get(60, TimeUnit.SECONDS));
    }
    return results;
  }
}
