package dev.parley.container;

import dev.parley.consent.connection.ConnectionService;
import dev.parley.identity.account.AccountService;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Acts whose transactions fail at the very end, when everything has been written. */
@ApplicationScoped
@Transactional
public class LateFailure {
  @Inject private ConnectionService connections;
  @Inject private AccountService accounts;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry registry;

  void request(UUID sender, String receiver) {
    connections.send(sender, receiver, "");
    fail();
  }

  void register(String username) {
    accounts.make(username, "Nobody", "no hash", false);
    fail();
  }

  // Registered last, so it is asked after the journal and the entities have been written.
  private void fail() {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            registry.setRollbackOnly();
          }

          @Override
          public void afterCompletion(int status) {}
        });
  }
}
