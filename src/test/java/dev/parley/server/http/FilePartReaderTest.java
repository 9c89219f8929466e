package dev.parley.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.FilePart;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePartReaderTest {
  private static final MediaType FORM =
      new MediaType("multipart", "form-data", Map.of("boundary", "x"));
  private static final String DISPOSITION = "Content-Disposition: form-data; name=\"%s\"";
  private static final String FILE = DISPOSITION.formatted("file") + "; filename=\"%s\"";

  @Test
  void the_file_comes_with_its_name_and_the_fields_that_the_call_names() throws Exception {
    FilePart read =
        read(
            part(DISPOSITION.formatted("reason"), "düe to")
                + part(FILE.formatted("Bäume 🌳.txt") + "\r\nContent-Type: text/plain", "a\r\nb")
                + "--x--",
            "reason");
    assertThat(read.name()).isEqualTo("Bäume 🌳.txt");
    assertThat(read.field("reason")).contains("düe to");
    assertThat(read.bytes(10)).asString(StandardCharsets.UTF_8).isEqualTo("a\r\nb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\fakepath\\x.txt", "a;b.txt", "می‌روم.txt"})
  void a_name_is_what_the_client_calls_it(String name) throws Exception {
    assertThat(read(part(FILE.formatted(name), "a") + "--x--").name()).isEqualTo(name);
  }

  @Test
  void a_name_may_be_percent_encoded() throws Exception {
    String header = DISPOSITION.formatted("file") + "; filename*=UTF-8''B%C3%A4ume.txt";
    assertThat(read(part(header, "a") + "--x--").name()).isEqualTo("Bäume.txt");
  }

  @Test
  void a_large_file_is_kept_outside_of_memory() throws Exception {
    String large = "y".repeat(1_000_000);
    assertThat(read(part(FILE.formatted("x"), large) + "--x--").bytes(2_000_000))
        .hasSize(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Content-Type: text/plain",
        "Content-Disposition: form-data",
        "Content-Disposition: attachment; name=\"file\"",
        "Content-Disposition: form-data; filename=\"x\"",
        "Content-Disposition form-data; name=\"file\"",
        "no header\r\nContent-Disposition: form-data; name=\"file\"",
        ": x\r\nContent-Disposition: form-data; name=\"file\"",
        "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%FF.txt",
      })
  void a_part_without_a_name_or_with_a_broken_header_is_refused(String header) {
    refused(part(header, "a") + "--x--");
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused_in_names_and_fields() {
    refused(bytes(part(FILE.formatted("a\u00ff.txt"), "a") + "--x--"));
    refused(bytes(part(DISPOSITION.formatted("fil\u00c3"), "a") + "--x--"));
    refused(
        bytes(
            part(FILE.formatted("a"), "a")
                + part(DISPOSITION.formatted("reason"), "\u00ed\u00a0\u0080")
                + "--x--"),
        "reason");
  }

  @Test
  void a_form_has_one_file_and_nothing_else() {
    refused("--x--");
    refused("nothing");
    refused("");
    refused(part(FILE.formatted("a"), "a") + part(FILE.formatted("b"), "b") + "--x--");
    refused(part(FILE.formatted("a"), "a") + part(DISPOSITION.formatted("b"), "b") + "--x--");
    refused(part(FILE.formatted("a"), "a"));
    String reason = part(DISPOSITION.formatted("reason"), "b");
    refused(bytes(part(FILE.formatted("a"), "a") + reason + reason + "--x--"), "reason");
  }

  @Test
  @Timeout(10)
  void a_flood_of_parts_ends_at_the_first_that_is_not_wanted() {
    String empty = "--x\r\n\r\n\r\n";
    refused(empty.repeat(220_000) + "--x--");
    long before = System.nanoTime();
    String named = part(DISPOSITION.formatted("a"), "");
    refused(part(FILE.formatted("a"), "a") + named.repeat(20_000) + "--x--");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void headers_without_an_end_are_refused() {
    refused("--x\r\n" + "a: b\r\n".repeat(100_000));
    refused("--x\r\nContent-Disposition: form-data; name=\"" + "n".repeat(100_000));
  }

  @Test
  void a_boundary_is_needed_and_short() {
    assertThatThrownBy(() -> read(MediaType.MULTIPART_FORM_DATA_TYPE, bytes("--x--")))
        .isInstanceOf(DomainException.class);
    MediaType longer =
        new MediaType("multipart", "form-data", Map.of("boundary", "x".repeat(10_000)));
    assertThatThrownBy(() -> read(longer, bytes("--x--"))).isInstanceOf(DomainException.class);
  }

  private static String part(String headers, String content) {
    return "--x\r\n" + headers + (headers.isEmpty() ? "\r\n" : "\r\n\r\n") + content + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void refused(String form) {
    refused(form.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(byte[] form, String... fields) {
    assertThatThrownBy(() -> read(FORM, form, fields)).isInstanceOf(DomainException.class);
  }

  private static FilePart read(String form, String... fields) throws IOException {
    return read(FORM, form.getBytes(StandardCharsets.UTF_8), fields);
  }

  private static FilePart read(MediaType type, byte[] form, String... fields) throws IOException {
    InputStream body = new ByteArrayInputStream(form);
    return new FilePartReader()
        .readFrom(FilePart.class, FilePart.class, with(fields), type, null, body);
  }

  private static Annotation[] with(String... fields) {
    return new Annotation[] {
      new FilePart.With() {
        @Override
        public String[] value() {
          return fields;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
          return FilePart.With.class;
        }
      }
    };
  }
}
