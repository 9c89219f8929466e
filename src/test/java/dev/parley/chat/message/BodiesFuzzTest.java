package dev.parley.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever somebody writes, it is kept or refused, and names people or nobody. */
@Tag("fuzz")
class BodiesFuzzTest {

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  @Test
  void mentions() {
    Fuzz.like(
            "mention",
            "@ben and `@cleo` and _@ada_, https://example.org/@dan",
            "```\n@ben\n```\n> @cleo\n\n    @ada",
            "[a](b@c) **@ben.** @@ben@ben @b_e-n")
        .feeds(
            input -> {
              String body = MessageBody.checked(text(input), 8000, false);
              assertThat(MentionCandidates.of(body).names())
                  .allMatch(name -> name.matches("[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]"));
            });
  }

  @Test
  void emoji() {
    Fuzz.like("emoji", "👍🏽", "❤️", "👨‍👩‍👧", "🇩🇪", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")
        .feeds(input -> Emoji.checked(text(input)));
  }
}
