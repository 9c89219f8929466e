package dev.parley.journey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The body of a push as it goes over the wire, in the content coding aes128gcm (RFC 8188), and how
 * a browser opens it (RFC 8291): of one record, as every push is.
 */
public record SealedPush(byte[] salt, byte[] senderPoint, byte[] record) {
  private static final int SALT = 16;
  private static final int TAG_BITS = 128;

  /** Takes a body apart: the salt, the record's size, the sender's point, the record. */
  public static SealedPush read(byte[] body) {
    ByteBuffer all = ByteBuffer.wrap(body);
    byte[] salt = new byte[SALT];
    all.get(salt);
    int size = all.getInt();
    byte[] point = new byte[Byte.toUnsignedInt(all.get())];
    all.get(point);
    byte[] record = new byte[all.remaining()];
    all.get(record);
    if (record.length > size) {
      throw new IllegalArgumentException("A push is one record");
    }
    return new SealedPush(salt, point, record);
  }

  /** Opens it by the browser's key pair, of which it has told the point, and its secret. */
  public byte[] open(PrivateKey key, byte[] point, byte[] secret) {
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(key);
      agreement.doPhase(publicKey(senderPoint), true);
      byte[] about = joined(text("WebPush: info\0"), point, senderPoint);
      byte[] material = derived(secret, agreement.generateSecret(), about, 32);
      byte[] content = derived(salt, material, text("Content-Encoding: aes128gcm\0"), 16);
      byte[] nonce = derived(salt, material, text("Content-Encoding: nonce\0"), 12);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(content, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return withoutPadding(cipher.doFinal(record));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This push is not for this browser", e);
    }
  }

  /** The last record ends with a 2, after which there may be zeroes. */
  private static byte[] withoutPadding(byte[] plain) {
    int end = plain.length - 1;
    while (plain[end] == 0) {
      end--;
    }
    if (plain[end] != 2) {
      throw new IllegalArgumentException("The last record ends with a 2");
    }
    return Arrays.copyOf(plain, end);
  }

  /** HKDF with SHA-256, for at most one block. */
  private static byte[] derived(byte[] salt, byte[] material, byte[] about, int length)
      throws GeneralSecurityException {
    byte[] extracted = hmac(salt, material);
    return Arrays.copyOf(hmac(extracted, joined(about, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  /** The key that an uncompressed point on P-256 is. */
  public static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint at =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
            new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(at, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
