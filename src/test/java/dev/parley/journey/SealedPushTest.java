package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291 (section 5, with the values of its appendix A) can be opened. */
class SealedPushTest {
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
          + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
          + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
  private static final String POINT =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String KEY = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static PrivateKey key() throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(
                new BigInteger(1, bytes(KEY)), curve.getParameterSpec(ECParameterSpec.class)));
  }

  @Test
  void the_browser_reads_what_was_written_to_it() throws GeneralSecurityException {
    byte[] plain = SealedPush.read(bytes(BODY)).open(key(), bytes(POINT), bytes(SECRET));
    assertThat(plain).asString().isEqualTo("When I grow up, I want to be a watermelon");
  }

  @Test
  void nobody_reads_it_without_the_secret() throws GeneralSecurityException {
    SealedPush sealed = SealedPush.read(bytes(BODY));
    PrivateKey key = key();
    assertThatThrownBy(() -> sealed.open(key, bytes(POINT), new byte[16]))
        .hasMessage("This push is not for this browser");
  }
}
