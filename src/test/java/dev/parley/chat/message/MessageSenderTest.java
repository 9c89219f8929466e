package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a sender is told whose message did not go. */
class MessageSenderTest {

  @Test
  void who_waited_too_long_is_told_when_to_come_back() {
    assertThat(MessageSender.failure(new TimeoutException()))
        .isInstanceOfSatisfying(
            DomainException.class,
            e -> {
              assertThat(e.code()).isEqualTo(CommonCode.UNAVAILABLE);
              assertThat(e.retryAfter()).isPositive();
            });
  }

  @Test
  void a_refusal_stays_what_it_is() {
    DomainException refusal = new DomainException(MessageCode.CLIENT_ID_USED);
    assertThat(MessageSender.failure(refusal)).isSameAs(refusal);
  }
}
