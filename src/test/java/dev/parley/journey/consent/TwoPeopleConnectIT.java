package dev.parley.journey.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.journey.LiveClient;
import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import org.junit.jupiter.api.Test;

/** The heart of the product: two people find each other by consent and both see it live. */
@SuppressWarnings("this-escape") // an overriding server() uses nothing of the object
public class TwoPeopleConnectIT {
  private final People people = new People(server());
  private final Person ada = people.register("ada");
  private final Person ben = people.register("ben");

  /** The server that is looked at. */
  protected ParleyServer server() {
    return ParleyServer.shared();
  }

  @Test
  void a_request_and_its_acceptance_reach_both_people_live() {
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSessionAsProgram()) {
      adas.saysHello();
      bens.saysHello();

      String connection = ada.requestsConnectionTo(ben);
      assertThat(bens.awaitEvent("connection.requested").getString("data.id"))
          .isEqualTo(connection);

      ben.accepts(connection).then().statusCode(200).body("status", equalTo("approved"));
      assertThat(adas.awaitEvent("connection.approved").getString("data.receiver.username"))
          .isEqualTo(ben.username());
    }
  }

  @Test
  void the_original_demos_clients_connect_unchanged() {
    try (LiveClient adas = ada.opensLiveSession();
        LiveClient bens = ben.opensLiveSession()) {
      adas.sends("{'action':'send_request','receiver':'%s'}".formatted(ben.username()));
      assertThat(adas.await("update_users").getList("sent_requests"))
          .containsExactly(ben.username());
      assertThat(bens.await("notification").getString("message"))
          .isEqualTo("New connection request from " + ada.username());

      bens.sends("{'action':'approve_request','sender':'%s'}".formatted(ada.username()));
      assertThat(bens.await("update_users").getList("mutual_connections"))
          .containsExactly(ada.username());
      assertThat(adas.await("notification").getString("message"))
          .isEqualTo(ben.username() + " accepted your connection request");
    }
  }
}
