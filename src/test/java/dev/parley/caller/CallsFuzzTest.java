package dev.parley.caller;

import dev.parley.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What calls bring is taken or refused: bodies, ids, moments, pages, and where they come from. */
@Tag("fuzz")
class CallsFuzzTest {

  private static String text(byte[] input) {
    return new String(input, StandardCharsets.UTF_8);
  }

  @Test
  void json() {
    Fuzz.like(
            "json",
            "{\"display_name\":\"Ada \\u00e9\",\"n\":[1,2.5e3,-0,null,true],\"o\":{\"a\":{}}}",
            "[[[[[[[[[[\"deep\"]]]]]]]]]]",
            "{\"username\":\"ada\",\"password\":\"correct horse battery\",\"roles\":[\"admin\"]}")
        .within(Duration.ofSeconds(2), 256)
        .feeds(WellFormedJson::check);
  }

  @Test
  void pages() {
    Fuzz.like("cursor", Paging.cursor(UUID.randomUUID()), Paging.cursor("ada"), "50", "0200", "é")
        .feeds(
            input -> {
              Paging.readLimit(text(input));
              Paging.of(null, text(input)).after(UUID::fromString);
            });
  }

  @Test
  void cursors() {
    Fuzz.like("page", Paging.cursor(UUID.randomUUID()), Paging.cursor("ada"))
        .feeds(input -> Paging.of("7", text(input)).after(Long::valueOf));
  }

  @Test
  void ids() {
    Fuzz.like("id", UUID.randomUUID().toString(), "1-1-1-1-1", "no-id")
        .feeds(input -> Input.id(text(input)));
  }

  @Test
  void moments() {
    Fuzz.like(
            "moment",
            "2026-01-31T12:00:00Z",
            "2026-01-31T12:00:00.123456789+02:00",
            "9999-12-31T23:59:60Z",
            "-0001-01-01T00:00:00Z")
        .feeds(input -> Input.instant(text(input), "until"));
  }
}
