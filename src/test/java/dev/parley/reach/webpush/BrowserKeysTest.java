package dev.parley.reach.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.parley.base.problem.DomainException;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A browser's keys are a point on the curve and a secret of sixteen bytes, or they are refused. */
class BrowserKeysTest {
  private static final byte[] POINT = point();
  private static final String SECRET = text(new byte[16]);

  private static byte[] point() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).generate();
      byte[] point = new byte[65];
      point[0] = 4;
      System.arraycopy(key.getX().decode(), 0, point, 1, 32);
      System.arraycopy(key.getY().decode(), 0, point, 33, 32);
      return point;
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] changed(int place, int value) {
    byte[] changed = POINT.clone();
    changed[place] = (byte) value;
    return changed;
  }

  @Test
  void a_point_and_a_secret_are_taken_padded_or_not() {
    String padded = Base64.getUrlEncoder().encodeToString(POINT);
    for (String point : new String[] {text(POINT), padded}) {
      BrowserKeys keys = BrowserKeys.read(point, SECRET);
      assertThat(keys.point()).isEqualTo(POINT);
      assertThat(keys.secret()).hasSize(16);
    }
  }

  static Stream<byte[]> no_points() {
    byte[] beyond = POINT.clone();
    byte[] prime =
        ((ECFieldFp) Curve.P_256.toECParameterSpec().getCurve().getField())
            .getP()
            .add(BigInteger.ONE)
            .toByteArray();
    System.arraycopy(prime, prime.length - 32, beyond, 1, 32);
    byte[] zero = new byte[65];
    zero[0] = 4;
    return Stream.of(
        new byte[0],
        new byte[65],
        zero,
        beyond,
        changed(64, POINT[64] ^ 1),
        changed(0, 2),
        Arrays.copyOf(POINT, 33),
        Arrays.copyOf(POINT, 64),
        Arrays.copyOf(POINT, 66));
  }

  @ParameterizedTest
  @MethodSource("no_points")
  void what_is_no_point_of_the_curve_is_refused(byte[] point) {
    assertThatThrownBy(() -> BrowserKeys.read(text(point), SECRET))
        .isInstanceOfSatisfying(
            DomainException.class,
            refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("p256dh"));
  }

  @Test
  void what_is_no_secret_of_sixteen_bytes_is_refused() {
    for (String secret :
        new String[] {text(new byte[15]), text(new byte[17]), "", "not/base64url!", null}) {
      assertThatThrownBy(() -> BrowserKeys.read(text(POINT), secret))
          .as(secret)
          .isInstanceOfSatisfying(
              DomainException.class,
              refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("auth"));
    }
  }
}
