package dev.parley.journey.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.journey.Database;
import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What ends a live session: its sign-in, the password, an administrator, the token. */
class LiveEndingsIT {
  private final ParleyServer server = ParleyServer.shared();
  private final People people = new People(server);
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  @Test
  void a_sign_in_that_ends_closes_its_live_sessions_at_once_and_no_other() {
    Person phone = ada.onAnotherDevice();
    try (LiveClient laptop = ada.opensLiveSession();
        LiveClient gone = phone.opensLiveSession()) {
      phone.post("logout/", Map.of()).then().statusCode(204);
      assertThat(gone.awaitCloseCode()).isEqualTo(4409);
      assertThat(gone.closeReason()).isEqualTo("signed_out");
      assertThat(laptop.settles().isOpen()).isTrue();
    }
  }

  @Test
  void another_password_closes_the_live_sessions_of_all_other_sign_ins() {
    Person phone = ada.onAnotherDevice();
    try (LiveClient kept = ada.opensLiveSession();
        LiveClient gone = phone.opensLiveSession()) {
      ada.post(
              "me/password/",
              Map.of("current_password", ada.password(), "new_password", "another long password"))
          .then()
          .statusCode(204);
      assertThat(gone.awaitCloseCode()).isEqualTo(4409);
      assertThat(kept.settles().isOpen()).isTrue();
    }
  }

  @Test
  void what_another_node_revoked_is_closed_as_well() {
    try (LiveClient revoked = ada.opensLiveSession();
        LiveClient disabled = ben.opensLiveSession()) {
      change("update sign_in set ended_at = now(), ended_why = 'REVOKED' where user_id = ?", ada);
      change("update users set enabled = false where id = ?", ben);
      assertThat(revoked.awaitCloseCode()).isEqualTo(4409);
      assertThat(disabled.awaitCloseCode()).isEqualTo(4403);
      assertThat(disabled.closeReason()).isEqualTo("account_disabled");
    }
  }

  @Test
  void an_expired_token_closes_and_a_refresh_keeps_open() {
    try (LiveClient expires = ada.opensLiveSession();
        LiveClient stays = ben.opensLiveSession()) {
      change(expiringIn(1), ada);
      change(expiringIn(10), ben);
      ben.post("token/refresh/", Map.of("refresh_token", ben.refreshToken()))
          .then()
          .statusCode(200);
      Instant oldExpiry = Instant.now().plusSeconds(10);
      assertThat(expires.awaitCloseCode()).isEqualTo(4401);
      assertThat(expires.closeReason()).isEqualTo("sign_in_again");
      await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(oldExpiry));
      // The sweep that would close it comes every two seconds.
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(30))
          .until(() -> stays.settles().isOpen());
    }
  }

  private static String expiringIn(int seconds) {
    return "update sign_in set access_expires_at = now() + interval '%d s' where user_id = ?"
        .formatted(seconds);
  }

  private void change(String sql, Person person) {
    new Database(server).change(sql, UUID.fromString(person.id()));
  }
}
