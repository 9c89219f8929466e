package dev.parley.identity.sso;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keyring of each provider, filled from where its discovery document says. */
@ApplicationScoped
public class Keyrings {
  private final Map<String, Keyring> keyrings = new ConcurrentHashMap<>();

  @Inject private ProviderCalls calls;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "parley.limits.sso-calls")
  private int callers;

  @Inject
  @ConfigProperty(name = "parley.limits.sso-key-refreshes")
  private int refreshes;

  Keyring of(Provider provider) {
    return keyrings.computeIfAbsent(
        provider.id(),
        id -> new Keyring(id, () -> read(provider), clock, calls.patience(), callers, refreshes));
  }

  private JWKSet read(Provider provider) throws IOException {
    try {
      String address = provider.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
      Map<String, Object> discovery = JSONObjectUtils.parse(calls.get(URI.create(address)));
      if (!provider.issuer().equals(discovery.get("issuer"))) {
        throw new IOException(address + " is the document of another issuer");
      }
      return JWKSet.parse(calls.get(keys(provider, discovery)));
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException("its documents are not what they should be: " + e.getMessage(), e);
    }
  }

  /** Keys that come unprotected are believed only from an issuer that is unprotected as well. */
  private static URI keys(Provider provider, Map<String, Object> discovery) throws IOException {
    URI keys = URI.create(String.valueOf(discovery.get("jwks_uri")));
    if (!"https".equals(keys.getScheme()) && !provider.issuer().startsWith("http:")) {
      throw new IOException("its keys are at no https address");
    }
    return keys;
  }
}
