package dev.parley.server.platform;

import dev.parley.base.config.ConfigurationKey;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Points MicroProfile JWT at Parley's own issuer and keys, unless a deployment points it elsewhere:
 * then the keys and their algorithm are the deployment's to name as well.
 */
public class TokenVerification implements ConfigSource {
  private static final String ISSUER = "mp.jwt.verify.issuer";
  private static final String AUDIENCES = "mp.jwt.verify.audiences";
  private static final Set<String> NAMES =
      Set.of(
          ISSUER,
          AUDIENCES,
          "mp.jwt.verify.publickey.location",
          "mp.jwt.verify.publickey.algorithm");

  @Override
  public Set<String> getPropertyNames() {
    return NAMES;
  }

  @Override
  public String getValue(String name) {
    if (!NAMES.contains(name) || !name.equals(AUDIENCES) && isOfSomebodyElse()) {
      return null;
    }
    Config config = ConfigProvider.getConfig();
    return Map.of(
            ISSUER,
            config.getValue(ConfigurationKey.PUBLIC_URL.key(), String.class),
            AUDIENCES,
            "parley",
            "mp.jwt.verify.publickey.location",
            VerificationKeys.location(),
            "mp.jwt.verify.publickey.algorithm",
            "RS256")
        .get(name);
  }

  /** Whether a deployment names another issuer, whose tokens the container verifies then. */
  static boolean isOfSomebodyElse() {
    for (ConfigSource source : ConfigProvider.getConfig().getConfigSources()) {
      if (!(source instanceof TokenVerification) && source.getValue(ISSUER) != null) {
        return true;
      }
    }
    return false;
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
