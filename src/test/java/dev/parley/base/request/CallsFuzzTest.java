package dev.parley.base.request;

import dev.parley.fuzz.Fuzz;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

  @Test
  void partial_changes() {
    Fuzz.like(
            "patch",
            "{\"theme\":\"dark\",\"quiet_hours\":null,\"discoverable\":true}",
            "{\"theme\":1,\"quiet_hours\":{\"from\":\"22:00\"},\"discoverable\":\"true\"}",
            "[]")
        .feeds(
            input -> {
              // Only whole JSON of a sensible depth reaches the binding.
              WellFormedJson.check(input);
              try (JsonReader reader = Json.createReader(new StringReader(text(input)))) {
                Patch patch = Patch.of(reader.readValue());
                patch.text("theme", theme -> {});
                patch.object("quiet_hours", hours -> {});
                patch.flag("discoverable", shown -> {});
              } catch (JsonException e) {
                // An empty body is no object either.
              }
            });
  }

  @Test
  void forwarded_addresses_and_devices() {
    Fuzz.like(
            "forwarded",
            "203.0.113.7, 10.0.0.1",
            "[2001:db8::1]:443",
            "::ffff:192.0.2.1",
            "fe80::1%eth0",
            "Mozilla/5.0 (X11; Linux x86_64) \u25c0")
        .feeds(
            input -> {
              RequestOrigin.address("10.0.0.1", List.of(text(input)), "10.0.0.0/8");
              RequestOrigin.device(text(input));
              HeaderText.decoded(new String(input, StandardCharsets.ISO_8859_1));
              TrustedProxies.areWellFormed(text(input));
            });
  }
}
