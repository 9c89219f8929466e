package dev.parley.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journey.ParleyServer;
import dev.parley.journey.People;
import dev.parley.journey.Person;
import dev.parley.journey.RaceTrack;
import dev.parley.journey.RaceTrack.Answer;
import dev.parley.journey.RaceTrack.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bringing people together at the very moment when one of them goes. */
class ConsentRacesIT {
  private static final int DEPARTURES = 10;

  /** 66 pairs. */
  private static final RaceTrack TRACK = new RaceTrack(12);

  private final People people = new People(ParleyServer.shared());

  @Test
  void whoever_deletes_their_account_meanwhile_makes_nobody_wait_in_a_ring() {
    List<Person> leaving =
        IntStream.range(0, DEPARTURES).mapToObj(i -> people.register("leaving")).toList();
    TRACK.each(
        leaving,
        one -> {
          List<Person> others = TRACK.people().subList(0, 5);
          others.forEach(other -> TRACK.standing(new Pair(one, other), "approved"));
          List<CompletableFuture<Answer>> calls = new ArrayList<>();
          calls.add(TRACK.beginsGroup(one, others.get(0), others.get(1)));
          calls.add(TRACK.opens(others.get(2), one));
          calls.add(TRACK.opens(one, others.get(3)));
          calls.add(TRACK.leaves(one));
          calls.add(TRACK.beginsGroup(others.get(4), one));
          calls.add(TRACK.blocks(others.get(1), one));
          List<Answer> answers = RaceTrack.answers(calls);
          assertThat(answers)
              .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isLessThan(500));
          assertThat(answers.get(3).status()).isEqualTo(204);
        });
    assertThat(
            TRACK.value(
                "select count(*) from conversation_member m join conversation c on c.id = m.conversation_id"
                    + " where c.kind = 'group' and m.left_at is null and m.user_id::text = any (?)",
                (Object) leaving.stream().map(Person::id).toArray(String[]::new)))
        .as("groups that a deleted account is in")
        .isEqualTo("0");
  }
}
