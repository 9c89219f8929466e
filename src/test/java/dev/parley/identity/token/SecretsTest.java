package dev.parley.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void a_secret_has_256_bits_fits_a_url_and_comes_once() {
    assertThat(Stream.generate(Secrets::random).limit(1000))
        .doesNotHaveDuplicates()
        .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}"));
  }

  @Test
  void its_sha_256_is_what_is_kept() {
    assertThat(HexFormat.of().formatHex(Secrets.hash("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
