package dev.parley.journey;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody at an address of their own who comes with a provider's token. */
public final class Guest {
  private final ParleyServer server;
  private final String address = somewhere();
  private final Anybody anybody;

  public Guest(ParleyServer server) {
    this.server = server;
    this.anybody = new Anybody(server).at(address);
  }

  private static String somewhere() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
  }

  public String address() {
    return address;
  }

  public Anybody anybody() {
    return anybody;
  }

  public Response brings(String provider, ProviderToken idToken) {
    return brings(provider, Map.of("id_token", idToken.text()));
  }

  /** Posts these members. */
  public Response brings(String provider, Map<String, ?> members) {
    Map<String, Object> body = new HashMap<>(members);
    body.put("provider", provider);
    return anybody.posts("login/sso/", body);
  }

  /** Signs in by a sound token of Acme. */
  public Person signsIn(ProviderToken idToken) {
    Response answer = brings("acme", idToken);
    answer.then().statusCode(200);
    return new Person(server, answer.path("user.username"), null, answer);
  }

  /** What a provider sends when it signs somebody out. */
  public Response tells(String provider, String logoutToken) {
    return anybody
        .call()
        .formParam("logout_token", logoutToken)
        .post(server.api() + "login/sso/" + provider + "/backchannel-logout/");
  }
}
