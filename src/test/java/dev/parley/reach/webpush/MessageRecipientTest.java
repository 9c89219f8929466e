package dev.parley.reach.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message is news to a member of its conversation; the page has the same rule. */
class MessageRecipientTest {

  @ParameterizedTest
  @CsvSource({
    // named, muted, place, joined, read, news
    "false, false, 5, 0, 4, true",
    "true,  false, 5, 0, 4, true",
    "true,  true,  5, 0, 4, true",
    "false, true,  5, 0, 4, false",
    "false, false, 5, 0, 5, false",
    "true,  true,  5, 0, 9, false",
    "false, false, 5, 4, 4, true",
    "false, false, 5, 5, 0, false",
    "true,  false, 5, 7, 0, false"
  })
  void it_is_news_when_it_is_new_to_them_and_not_muted_or_names_them(
      boolean named, boolean muted, long place, long joined, long read, boolean news) {
    MessageRecipient reader =
        new MessageRecipient(UUID.randomUUID(), named, muted, place, joined, read, null);
    assertThat(reader.isNews()).isEqualTo(news);
  }
}
