package dev.parley.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.parley.problem.DomainException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords with argon2id, a few at a time so that a flood of sign-ins leaves the other
 * calls their processor.
 */
@ApplicationScoped
public class Passwords {
  private static final int HASH_LENGTH = 32;
  private static final Duration WAIT = Duration.ofSeconds(10);

  @Inject
  @ConfigProperty(name = "parley.password.memory-kib")
  private int memory;

  @Inject
  @ConfigProperty(name = "parley.password.iterations")
  private int iterations;

  @Inject
  @ConfigProperty(name = "parley.password.concurrency")
  private int concurrency;

  private Argon2Function function;
  private Semaphore places;
  private String nobody;

  @PostConstruct
  void prepare() {
    function = Argon2Function.getInstance(memory, iterations, 1, HASH_LENGTH, Argon2.ID);
    places = new Semaphore(concurrency, true);
    nobody = hash("a password that nobody has");
  }

  /** The encoded hash of a password. */
  public String hash(String password) {
    return inTurn(() -> Password.hash(password).addRandomSalt(16).with(function).getResult());
  }

  /** Whether the password belongs to the hash; without a hash it takes as long and is false. */
  public boolean matches(String password, String hash) {
    String tried = password == null ? "" : password;
    String encoded = hash == null ? nobody : hash;
    boolean same =
        inTurn(
            () -> Password.check(tried, encoded).with(Argon2Function.getInstanceFromHash(encoded)));
    return same && hash != null;
  }

  /** Whether a hash was made with other parameters than today's. */
  public boolean isOutdated(String hash) {
    Argon2Function used = Argon2Function.getInstanceFromHash(hash);
    return used.getMemory() != memory || used.getIterations() != iterations;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DomainException(AccountCode.BUSY).retryAfter(WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DomainException(AccountCode.BUSY).retryAfter(WAIT);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
