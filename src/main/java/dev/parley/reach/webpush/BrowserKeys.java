package dev.parley.reach.webpush;

import com.nimbusds.jose.crypto.utils.ECChecks;
import com.nimbusds.jose.jwk.Curve;
import dev.parley.base.request.Input;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.util.Arrays;
import java.util.Base64;

/**
 * The keys by which one writes to a browser: a point on the curve P-256, uncompressed, and a secret
 * that only the browser and Parley know.
 */
record BrowserKeys(byte[] point, byte[] secret) {
  private static final int COORDINATE = 32;
  private static final int POINT = 1 + 2 * COORDINATE;
  private static final int SECRET = 16;
  private static final byte UNCOMPRESSED = 4;
  private static final BigInteger PRIME =
      ((ECFieldFp) Curve.P_256.toECParameterSpec().getCurve().getField()).getP();

  /**
   * Reads the two as a browser writes them, in base64url.
   *
   * @throws dev.parley.base.problem.DomainException {@code invalid_input}
   */
  static BrowserKeys read(String p256dh, String auth) {
    byte[] point = bytes(p256dh, "p256dh");
    if (!isOnCurve(point)) {
      throw Input.wrong("p256dh", "This must be a point on the curve P-256, uncompressed.");
    }
    byte[] secret = bytes(auth, "auth");
    if (secret.length != SECRET) {
      throw Input.wrong("auth", "This must be " + SECRET + " bytes.");
    }
    return new BrowserKeys(point, secret);
  }

  private static byte[] bytes(String text, String field) {
    try {
      return Base64.getUrlDecoder().decode(Input.required(text, field));
    } catch (IllegalArgumentException e) {
      throw Input.wrong(field, "This must be base64url.");
    }
  }

  private static boolean isOnCurve(byte[] point) {
    if (point.length != POINT || point[0] != UNCOMPRESSED) {
      return false;
    }
    BigInteger x = number(point, 1);
    BigInteger y = number(point, 1 + COORDINATE);
    return x.compareTo(PRIME) < 0
        && y.compareTo(PRIME) < 0
        && ECChecks.isPointOnCurve(x, y, Curve.P_256.toECParameterSpec());
  }

  private static BigInteger number(byte[] point, int from) {
    return new BigInteger(1, Arrays.copyOfRange(point, from, from + COORDINATE));
  }
}
