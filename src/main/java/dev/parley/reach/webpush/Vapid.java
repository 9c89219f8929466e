package dev.parley.reach.webpush;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** By what a push service knows that a push is from this server (VAPID, RFC 8292). */
@ApplicationScoped
public class Vapid {
  /** Services take a token for a day at most, and want it used for more than one push. */
  private static final Duration LIFE = Duration.ofHours(12);

  private final Cache<String, String> signed =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(100).build();

  @Inject private PushKeyService keys;
  @Inject private PushSettings settings;
  @Inject private Clock clock;

  private volatile VAPIDKeyPair pair;

  /** The server's public key, an uncompressed point in base64url. */
  String publicKey() {
    return pair().extractPublicKeyInUncompressedFormAsString();
  }

  /** The header {@code Authorization} for calls of a service. */
  String authorization(String origin) {
    return signed.get(origin, this::sign);
  }

  private String sign(String origin) {
    return pair()
        .generateAuthorizationHeaderValue(
            VAPIDJWTParam.getBuilder()
                .resourceURLString(origin)
                .expirationTime(clock.instant().plus(LIFE))
                .subject(settings.subject())
                .build());
  }

  private VAPIDKeyPair pair() {
    if (pair == null) {
      pair = read(keys.only());
    }
    return pair;
  }

  private static VAPIDKeyPair read(ECKey key) {
    try {
      return VAPIDKeyPairs.of(
          PrivateKeySources.ofECPrivateKey(key.toECPrivateKey()),
          PublicKeySources.ofECPublicKey(key.toECPublicKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key for push in the database is none", e);
    }
  }
}
