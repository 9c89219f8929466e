package dev.parley.identity.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.ConcurrencyLimiter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords with argon2id, a few at a time. Those who sign in and those who choose a new
 * password take turns: a flood of registrations holds up no sign-in.
 */
@ApplicationScoped
public class Passwords {
  private static final int HASH_LENGTH = 32;
  private static final int SALT_LENGTH = 16;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** What a password is hashed for. */
  private enum Purpose {
    PROVING,
    CHOOSING
  }

  @Inject
  @ConfigProperty(name = "parley.password.memory-kib")
  private int memory;

  @Inject
  @ConfigProperty(name = "parley.password.iterations")
  private int iterations;

  @Inject
  @ConfigProperty(name = "parley.password.concurrency")
  private int concurrency;

  @Inject
  @ConfigProperty(name = "parley.password.waiting")
  private int waiting;

  private Argon2Function function;
  private ConcurrencyLimiter<Purpose> limiter;
  private String nobody;

  @PostConstruct
  void prepare() {
    function = Argon2Function.getInstance(memory, iterations, 1, HASH_LENGTH, Argon2.ID);
    int most = concurrency + waiting;
    limiter = new ConcurrencyLimiter<>(concurrency, most / 2, most, LONGEST_WAIT);
    nobody = hash("a password that nobody has");
  }

  /**
   * The password, when it is a good one for this user; looking it up in long lists takes a turn of
   * those who choose.
   *
   * @throws DomainException {@code invalid_input}, {@code weak_password}, {@code busy}
   */
  public String checked(String password, String username) {
    return checked(password, username, "password");
  }

  /** The same for one that is called otherwise where it comes from. */
  public String checked(String password, String username, String field) {
    return limiter.run(Purpose.CHOOSING, () -> PasswordRule.checked(password, username, field));
  }

  /**
   * The encoded hash of a password that somebody has chosen.
   *
   * @throws DomainException {@code busy}
   */
  public String hash(String password) {
    return limiter.run(Purpose.CHOOSING, () -> encoded(password));
  }

  /**
   * The encoded hash, with today's parameters, of a password that somebody signs in with.
   *
   * @throws DomainException {@code busy}
   */
  public String hashAnew(String password) {
    return limiter.run(Purpose.PROVING, () -> encoded(password));
  }

  private String encoded(String password) {
    return Password.hash(password).addRandomSalt(SALT_LENGTH).with(function).getResult();
  }

  /**
   * Whether the password belongs to the hash; without a hash it takes as long and is false.
   *
   * @throws DomainException {@code busy}
   */
  public boolean matches(String password, String hash) {
    String tried = password == null ? "" : password;
    String encoded = hash == null ? nobody : hash;
    boolean same =
        limiter.run(
            Purpose.PROVING,
            () -> Password.check(tried, encoded).with(Argon2Function.getInstanceFromHash(encoded)));
    return same && hash != null;
  }

  /** Whether a hash was made with other parameters than today's. */
  public boolean isOutdated(String hash) {
    Argon2Function used = Argon2Function.getInstanceFromHash(hash);
    return used.getMemory() != memory || used.getIterations() != iterations;
  }
}
