package dev.parley.journey.consent;

import static dev.parley.journey.RaceTrack.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.Person;
import dev.parley.journey.RaceTrack;
import dev.parley.journey.RaceTrack.Answer;
import dev.parley.journey.RaceTrack.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts of two people at the same moment, five hundred times each: they end legally for both. */
class ConnectionRacesIT {
  private static final int ROUNDS = 500;
  private static final RaceTrack TRACK = new RaceTrack();

  private static final String PAIRS_WITH_TWO =
      "select count(*) from (select 1 from user_connection where status in ('pending', 'approved')"
          + " group by least(sender_id, receiver_id), greatest(sender_id, receiver_id) having count(*) > 1) x";
  private static final String BLOCKED_AND_CONNECTED =
      "select count(*) from user_connection c join block b on c.status = 'approved' and"
          + " ((b.blocker_id, b.blocked_id) = (c.sender_id, c.receiver_id)"
          + " or (b.blocker_id, b.blocked_id) = (c.receiver_id, c.sender_id))";
  private static final String LEDGER_SAYS_OTHERWISE =
      "select count(*) from user_connection c where c.status is distinct from"
          + " (select case l.change when 'requested' then 'pending' else l.change end from connection_ledger l"
          + " where l.connection_id = c.id and l.change not in ('ignored', 'blocked', 'unblocked')"
          + " order by l.id desc limit 1)";
  private static final String LEDGER_SAYS_TWICE =
      "select count(*) from (select 1 from connection_ledger where connection_id in (select id from user_connection)"
          + " and change not in ('blocked', 'unblocked') group by connection_id, change having count(*) > 1) x";
  private static final String JOURNALS_WITH_HOLES =
      "select count(*) from journal_head h where h.user_id::text = any (?) and h.head <>"
          + " (select count(*) from journal_event e where e.user_id = h.user_id and e.seq between 1 and h.head)";

  @AfterEach
  void the_database_holds_legal_states_only() {
    assertThat(TRACK.value(PAIRS_WITH_TWO)).as("pairs with two live relations").isEqualTo("0");
    assertThat(TRACK.value(BLOCKED_AND_CONNECTED)).as("blocked and connected").isEqualTo("0");
    assertThat(TRACK.value(LEDGER_SAYS_OTHERWISE)).as("ledger says otherwise").isEqualTo("0");
    assertThat(TRACK.value(LEDGER_SAYS_TWICE)).as("changes told twice").isEqualTo("0");
    assertThat(TRACK.value(JOURNALS_WITH_HOLES, (Object) TRACK.ids()))
        .as("journals with holes")
        .isEqualTo("0");
    TRACK.clear();
  }

  private void race(String status, BiConsumer<Pair, UUID> race) {
    TRACK.each(
        TRACK.pairs().subList(0, ROUNDS),
        pair -> race.accept(pair, status == null ? null : TRACK.standing(pair, status)));
  }

  private static String status(UUID connection) {
    return TRACK.value("select status from user_connection where id = ?", connection);
  }

  private static void oneWins(List<Answer> answers) {
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    Answer loser = answers.stream().filter(answer -> answer.status() == 409).findFirst().get();
    assertThat(loser.says("request_not_pending")).as(loser.body()).isTrue();
    assertThat(loser.says("current")).isTrue();
  }

  @Test
  void crossed_requests_connect_exactly_once() {
    race(
        null,
        (pair, none) -> {
          List<Answer> answers =
              atOnce(TRACK.sends(pair.one(), pair.other()), TRACK.sends(pair.other(), pair.one()));
          assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 200);
          assertThat(
                  TRACK.value(
                      "select string_agg(status, ',') from user_connection where sender_id::text in (?, ?)"
                          + " and receiver_id::text in (?, ?)",
                      pair.one().id(),
                      pair.other().id(),
                      pair.one().id(),
                      pair.other().id()))
              .isEqualTo("approved");
        });
  }

  @Test
  void the_same_request_sent_twenty_times_at_once_is_one() {
    race(
        null,
        (pair, none) -> {
          List<Answer> answers =
              RaceTrack.answers(
                  IntStream.range(0, 20)
                      .mapToObj(i -> TRACK.sends(pair.one(), pair.other()))
                      .toList());
          assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
          assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
          assertThat(
                  TRACK.value(
                      "select count(*) from user_connection where sender_id::text = ? and receiver_id::text = ?",
                      pair.one().id(),
                      pair.other().id()))
              .isEqualTo("1");
        });
  }

  @Test
  void accept_against_withdraw_has_one_winner() {
    race(
        "pending",
        (pair, id) -> {
          List<Answer> answers =
              atOnce(
                  TRACK.acts(pair.other(), "accept", id), TRACK.acts(pair.one(), "withdraw", id));
          oneWins(answers);
          assertThat(status(id))
              .isEqualTo(answers.get(0).status() == 200 ? "approved" : "withdrawn");
        });
  }

  @Test
  void accept_against_reject_has_one_winner() {
    race(
        "pending",
        (pair, id) -> {
          List<Answer> answers =
              atOnce(
                  TRACK.acts(pair.other(), "accept", id), TRACK.acts(pair.other(), "reject", id));
          oneWins(answers);
          assertThat(status(id))
              .isEqualTo(answers.get(0).status() == 200 ? "approved" : "rejected");
        });
  }

  @Test
  void reject_against_withdraw_has_one_winner() {
    race(
        "pending",
        (pair, id) -> {
          List<Answer> answers =
              atOnce(
                  TRACK.acts(pair.other(), "reject", id), TRACK.acts(pair.one(), "withdraw", id));
          oneWins(answers);
          assertThat(status(id))
              .isEqualTo(answers.get(0).status() == 200 ? "rejected" : "withdrawn");
        });
  }

  @Test
  void two_accepts_connect_once() {
    race(
        "pending",
        (pair, id) -> {
          List<Answer> answers =
              atOnce(
                  TRACK.acts(pair.other(), "accept", id), TRACK.acts(pair.other(), "accept", id));
          assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
          assertThat(answers).allMatch(answer -> answer.says("approved"));
          assertThat(status(id)).isEqualTo("approved");
        });
  }

  @Test
  void accept_against_the_senders_block_is_never_blocked_and_connected() {
    race(
        "pending",
        (pair, id) -> {
          List<Answer> answers =
              atOnce(
                  TRACK.acts(pair.other(), "accept", id), TRACK.blocks(pair.one(), pair.other()));
          assertThat(answers.get(1).status()).isEqualTo(204);
          assertThat(status(id))
              .isEqualTo(answers.get(0).status() == 200 ? "removed" : "withdrawn");
        });
  }

  @Test
  void accept_against_the_receivers_block_is_never_blocked_and_connected() {
    race(
        "pending",
        (pair, id) -> {
          List<Answer> answers =
              atOnce(
                  TRACK.acts(pair.other(), "accept", id), TRACK.blocks(pair.other(), pair.one()));
          assertThat(answers.get(1).status()).isEqualTo(204);
          assertThat(status(id)).isEqualTo(answers.get(0).status() == 200 ? "removed" : "pending");
        });
  }

  @Test
  void send_against_block_is_never_blocked_and_connected() {
    race(
        "pending",
        (pair, id) ->
            assertThat(
                    atOnce(
                        TRACK.sends(pair.other(), pair.one()),
                        TRACK.blocks(pair.one(), pair.other())))
                .extracting(Answer::status)
                .isIn(List.of(200, 204), List.of(201, 204)));
  }

  @Test
  void remove_against_block_ends_once() {
    race(
        "approved",
        (pair, id) -> {
          assertThat(
                  atOnce(TRACK.removes(pair.other(), id), TRACK.blocks(pair.one(), pair.other())))
              .extracting(Answer::status)
              .containsExactly(204, 204);
          assertThat(status(id)).isEqualTo("removed");
        });
  }

  @Test
  void a_link_is_redeemed_as_often_as_it_has_uses() {
    int rounds = 0;
    while (rounds < ROUNDS) {
      List<List<Person>> rows = ownersWithThreeOthers();
      TRACK.each(rows, ConnectionRacesIT::threeRedeemALinkForTwo);
      rounds += rows.size();
      the_database_holds_legal_states_only();
    }
  }

  private static List<List<Person>> ownersWithThreeOthers() {
    List<Person> all = TRACK.people();
    List<List<Person>> rows = new ArrayList<>();
    for (int owner = 0; owner < all.size(); owner++) {
      for (int first = owner + 1; first + 3 <= all.size(); first += 3) {
        rows.add(
            Stream.concat(Stream.of(all.get(owner)), all.subList(first, first + 3).stream())
                .toList());
      }
    }
    return rows;
  }

  private static void threeRedeemALinkForTwo(List<Person> row) {
    String code = TRACK.link(row.get(0), 2, row.hashCode() % 2 == 0);
    List<Answer> answers =
        RaceTrack.answers(
            row.subList(1, 4).stream().map(person -> TRACK.redeems(person, code)).toList());
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 200, 410);
    assertThat(answers).filteredOn(answer -> answer.says("link_used_up")).hasSize(1);
    assertThat(TRACK.value("select uses_left from connection_link where code = ?", code))
        .isEqualTo("0");
  }
}
