package dev.parley.platform;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Points MicroProfile JWT at Parley's own issuer and keys, unless a deployment points it elsewhere.
 */
public class TokenVerification implements ConfigSource {
  private static final Set<String> NAMES =
      Set.of(
          "mp.jwt.verify.issuer",
          "mp.jwt.verify.audiences",
          "mp.jwt.verify.publickey.location",
          "mp.jwt.verify.publickey.algorithm");

  @Override
  public Set<String> getPropertyNames() {
    return NAMES;
  }

  @Override
  public String getValue(String name) {
    if (!NAMES.contains(name)) {
      return null;
    }
    Config config = ConfigProvider.getConfig();
    return Map.of(
            "mp.jwt.verify.issuer",
            config.getValue(ConfigurationKey.PUBLIC_URL.key(), String.class),
            "mp.jwt.verify.audiences",
            "parley",
            "mp.jwt.verify.publickey.location",
            VerificationKeys.location(),
            "mp.jwt.verify.publickey.algorithm",
            "RS256")
        .get(name);
  }

  @Override
  public String getName() {
    return "Parley token verification";
  }

  @Override
  public int getOrdinal() {
    return 20;
  }
}
