package dev.parley.journey.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Administrator;
import dev.parley.journey.Guest;
import dev.parley.journey.IdentityProvider;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.ProviderToken;
import dev.parley.journey.SsoServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What single sign-on does, as administrators find it. */
@ResourceLock("the server with single sign-on")
class SsoAuditIT {
  private final ParleyServer server = SsoServer.shared();
  private final IdentityProvider acme = SsoServer.ACME;
  private final Guest guest = new Guest(server);
  private final Administrator root = Administrator.of(server);
  private final String subject = UUID.randomUUID().toString();

  private ProviderToken idToken() {
    return acme.idToken(subject).with("nonce", "n");
  }

  @Test
  void an_account_that_a_provider_brings_shows_where_it_is_from() {
    Person kim = guest.signsIn(idToken());
    Map<String, Object> made = root.newestLineOf("user.created", kim.username());
    assertThat(made.get("detail")).isEqualTo(Map.of("provider", "acme"));
    assertThat(made).containsEntry("address", guest.address());
    assertThat(root.newestLineOf("sso.linked", kim.username()).get("detail"))
        .isEqualTo(Map.of("provider", "acme", "issuer", acme.issuer(), "subject", subject));
    assertThat(root.newestLineOf("sign_in", kim.username())).containsEntry("outcome", "done");
    assertThat(root.page("users/" + kim.username() + "/").getMap("sso"))
        .isEqualTo(Map.of("provider", "acme", "issuer", acme.issuer()));
    assertThat(root.page("users/root/").getMap("sso")).isNull();
  }

  @Test
  void roles_that_follow_a_group_and_sign_outs_by_the_provider_are_noted() {
    Person kim = guest.signsIn(idToken().with("groups", List.of(SsoServer.ADMIN_GROUP)));
    kim.get("admin/users/").then().statusCode(200);
    guest.signsIn(idToken());
    kim.get("admin/users/").then().statusCode(403);
    assertThat(root.linesAbout("user.roles_changed", kim.username()))
        .extracting(line -> line.get("detail"))
        .containsExactly(
            Map.of("provider", "acme", "to", List.of()),
            Map.of("provider", "acme", "to", List.of("admin")));
    guest.tells("acme", acme.logoutToken().with("sub", subject).text()).then().statusCode(200);
    assertThat(root.linesAbout("sso.signed_out", kim.username()).get(0).get("detail"))
        .isEqualTo(Map.of("provider", "acme", "sessions", 2));
  }

  @Test
  void a_refused_token_and_an_identity_that_is_taken_away_are_noted() {
    guest.brings("acme", idToken().with("aud", "somebody-else")).then().statusCode(401);
    List<Map<String, Object>> refusals =
        root.page("audit/?limit=200&act=sso.refused").getList("items");
    assertThat(refusals)
        .filteredOn(line -> guest.address().equals(line.get("address")))
        .hasSize(1)
        .first()
        .satisfies(line -> assertThat(line).containsEntry("outcome", "refused"));
    Person ada = new People(server).register("ada");
    ada.post(
            "me/identities/",
            Map.of("provider", "acme", "id_token", idToken().text(), "nonce", "n"))
        .then()
        .statusCode(201);
    String identity = ada.get("me/identities/").path("items[0].id");
    ada.delete("me/identities/" + identity + "/").then().statusCode(204);
    assertThat(root.newestLineOf("sso.unlinked", ada.username()))
        .containsEntry("target", ada.username());
  }
}
