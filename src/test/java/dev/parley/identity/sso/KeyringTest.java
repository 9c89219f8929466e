package dev.parley.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.parley.base.problem.DomainException;
import dev.parley.reach.live.MovingClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When a provider is asked for its keys, and when it is spared. */
class KeyringTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final ECKey first = key("first");
  private final ECKey second = key("second");
  private volatile Keyring.Source provider = () -> new JWKSet(first);
  private final MovingClock clock = new MovingClock();
  private final Keyring keyring = keyring(Duration.ofSeconds(5), 2, 3);

  private Keyring keyring(Duration patience, int callers, int aMinute) {
    Keyring.Source counted =
        () -> {
          asked.incrementAndGet();
          return provider.read();
        };
    return new Keyring("acme", counted, clock, patience, callers, aMinute);
  }

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSHeader signedBy(String id) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(id).build();
  }

  private List<String> found(String id) throws TokenRefused {
    return keyring.keysFor(signedBy(id)).stream().map(JWK::getKeyID).toList();
  }

  @Test
  void a_provider_is_asked_once_for_what_it_has() throws TokenRefused {
    assertThat(found("first")).containsExactly("first");
    assertThat(found("first")).containsExactly("first");
    assertThat(asked).hasValue(1);
  }

  @Test
  void an_unknown_key_makes_it_ask_again_so_keys_change_without_a_restart() throws TokenRefused {
    found("first");
    provider = () -> new JWKSet(second);
    assertThat(found("second")).containsExactly("second");
    assertThatThrownBy(() -> found("first")).isInstanceOf(TokenRefused.class);
  }

  @Test
  void forged_keys_do_not_make_it_ask_without_end() throws TokenRefused {
    found("first");
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> found("forged")).isInstanceOf(TokenRefused.class);
    }
    assertThat(asked).hasValue(1 + 3);
    assertThat(found("first")).containsExactly("first");
  }

  @Test
  void a_key_that_was_withdrawn_is_believed_for_minutes_only() throws TokenRefused {
    found("first");
    provider = () -> new JWKSet(second);
    clock.moves(Duration.ofMinutes(11));
    assertThatThrownBy(() -> found("first")).isInstanceOf(TokenRefused.class);
  }

  @Test
  void a_provider_that_fails_is_left_alone_for_a_moment() throws TokenRefused {
    provider =
        () -> {
          throw new IOException("gone");
        };
    for (int i = 0; i < 5; i++) {
      isUnavailable("first");
    }
    assertThat(asked).hasValue(1);
    provider = () -> new JWKSet(first);
    clock.moves(Duration.ofSeconds(3));
    assertThat(found("first")).containsExactly("first");
  }

  private void isUnavailable(String id) {
    assertThatThrownBy(() -> found(id))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(SsoCode.PROVIDER_UNAVAILABLE));
  }

  @Test
  void few_wait_for_a_slow_provider_and_they_share_its_answer() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    provider =
        () -> {
          try {
            answer.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return new JWKSet(first);
        };
    List<CompletableFuture<List<String>>> waiting = List.of(waits(), waits());
    await().until(() -> keyring.waiting() == 2);
    isUnavailable("first");
    answer.countDown();
    for (CompletableFuture<List<String>> each : waiting) {
      assertThat(each.get()).containsExactly("first");
    }
    assertThat(asked).hasValue(1);
  }

  private CompletableFuture<List<String>> waits() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return found("first");
          } catch (TokenRefused e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
