package dev.parley.journey;

import dev.parley.launcher.Keycloak;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server with providers of single sign-on, started at its first use for all who need one: {@code
 * acme}, whose group {@code chat-admins} administers and whose tokens programs may show, {@code
 * globex}, which does not always answer, {@code gone}, where nobody is, and {@code keycloak}, which
 * is a real one for whoever starts it.
 */
public final class SsoServer {
  public static final String ADMIN_GROUP = "chat-admins";
  public static final String API = "parley-api";
  public static final IdentityProvider ACME = new IdentityProvider();
  public static final IdentityProvider GLOBEX = new IdentityProvider();

  private static final ParleyServer SERVER = ParleyServer.start("it-sso", settings());

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SsoServer::stop));
  }

  private SsoServer() {}

  public static ParleyServer shared() {
    return SERVER;
  }

  private static void stop() {
    SERVER.close();
    ACME.close();
    GLOBEX.close();
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>(ACME.settings("acme"));
    settings.putAll(GLOBEX.settings("globex"));
    settings.put("parley.sso.providers", "acme, globex, gone, keycloak");
    settings.put("parley.sso.acme.label", "Acme Corporation");
    settings.put("parley.sso.acme.admin-group", ADMIN_GROUP);
    settings.put("parley.sso.gone.issuer", "http://127.0.0.1:" + FreePorts.next());
    settings.put("parley.sso.gone.client-id", IdentityProvider.CLIENT);
    settings.put("parley.sso.keycloak.issuer", Keycloak.issuer(KeycloakServer.PORT));
    settings.put("parley.sso.keycloak.client-id", "parley");
    settings.put("parley.sso.keycloak.label", "Keycloak");
    settings.put("parley.sso.keycloak.admin-group", ADMIN_GROUP);
    settings.put("parley.port", String.valueOf(KeycloakServer.PARLEY_PORT));
    settings.put("mp.jwt.verify.issuer", ACME.issuer());
    settings.put("mp.jwt.verify.audiences", API);
    settings.put("mp.jwt.verify.publickey.location", ACME.issuer() + "/keys");
    settings.put("mp.jwt.verify.publickey.algorithm", "RS256");
    settings.put("parley.limits.sso-wait", "PT3S");
    settings.put("parley.limits.sso-calls", "2");
    settings.put("parley.limits.sso-key-refreshes", "1000");
    settings.put("parley.limits.logins-per-address", "12");
    settings.put("parley.trusted-proxies", "127.0.0.1,0:0:0:0:0:0:0:1");
    settings.put("parley.password.memory-kib", "1024");
    settings.put("parley.password.iterations", "1");
    return settings;
  }
}
