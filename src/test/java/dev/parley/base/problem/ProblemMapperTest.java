package dev.parley.base.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a call throws becomes a problem document that tells nothing of the inside. */
class ProblemMapperTest {
  @RegisterExtension final QuietLog quiet = new QuietLog(DatabaseAvailability.class);

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  private final ProblemMapper mapper = new ProblemMapper(JsonbBuilder.create());
  private final Kept log = new Kept();

  @BeforeEach
  void keepTheLog() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(log);
  }

  @AfterEach
  void leaveTheLog() {
    LOG.removeHandler(log);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void a_refusal_says_its_code_its_reason_and_what_is_so_now() {
    DomainException refusal =
        new DomainException(
                CommonCode.INVALID_INPUT,
                "The note is too long.",
                List.of(new FieldError("note", "At most 300 characters.")))
            .with("current", "pending");
    Response answer = mapper.toResponse(refusal);
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    var problem = document(answer);
    assertThat(problem.getString("code")).isEqualTo("invalid_input");
    assertThat(problem.getString("detail")).isEqualTo("The note is too long.");
    assertThat(problem.getString("current")).isEqualTo("pending");
    assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("note");
    assertThat(answer.getHeaderString("Retry-After")).isNull();
  }

  @Test
  void a_wait_is_told_in_whole_seconds_that_are_surely_enough() {
    assertThat(retryAfter(Duration.ofMillis(1_001))).isEqualTo("2");
    assertThat(retryAfter(Duration.ofSeconds(60))).isEqualTo("60");
    assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
    assertThat(retryAfter(Duration.ofSeconds(-5))).isEqualTo("1");
  }

  private String retryAfter(Duration wait) {
    Response answer =
        mapper.toResponse(new DomainException(CommonCode.TOO_MANY_REQUESTS).retryAfter(wait));
    assertThat(answer.getStatus()).isEqualTo(429);
    return answer.getHeaderString("Retry-After");
  }

  @Test
  void whoever_finds_something_unavailable_is_told_when_to_come_back() {
    Response answer = mapper.toResponse(new DomainException(CommonCode.UNAVAILABLE));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    Response known =
        mapper.toResponse(
            new DomainException(CommonCode.UNAVAILABLE).retryAfter(Duration.ofSeconds(2)));
    assertThat(known.getHeaderString("Retry-After")).isEqualTo("2");
  }

  @Test
  void who_is_not_signed_in_is_told_how_to_be() {
    Response answer = mapper.toResponse(new DomainException(CommonCode.NOT_AUTHENTICATED));
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void a_refusal_is_found_under_what_the_container_wraps_around_it() {
    Response answer =
        mapper.toResponse(
            new IllegalStateException(
                new RuntimeException(new DomainException(CommonCode.NOT_FOUND))));
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(log.records).isEmpty();
  }

  @Test
  void what_jax_rs_refuses_keeps_its_status_and_the_methods_that_are_allowed() {
    assertThat(mapper.toResponse(new NotFoundException()).getStatus()).isEqualTo(404);
    assertThat(mapper.toResponse(new NotSupportedException()).getStatus()).isEqualTo(415);
    Response answer = mapper.toResponse(new NotAllowedException("GET", new String[] {"PUT"}));
    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeaderString("Allow")).contains("GET").contains("PUT");
    assertThat(document(answer).getString("code")).isEqualTo("method_not_allowed");
  }

  static Stream<Throwable> what_cannot_be_read_is_the_callers_fault() {
    return Stream.of(
        new JsonbException("Unexpected char at /srv/parley"),
        new ProcessingException(new JsonException("unexpected")),
        new RuntimeException(new JsonException("unexpected")),
        new NoContentException("empty"));
  }

  @ParameterizedTest
  @MethodSource
  void what_cannot_be_read_is_the_callers_fault(Throwable thrown) {
    Response answer = mapper.toResponse(thrown);
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(document(answer).getString("code")).isEqualTo("bad_request");
    assertThat(text(answer)).doesNotContain("nexpected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "53100", "53300"})
  void a_database_that_cannot_go_on_at_the_moment_is_unavailable_for_a_while(String state) {
    Response answer =
        mapper.toResponse(
            new RuntimeException(new SQLException("deadlock detected\n  Detail: of 7", state)));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(document(answer).getString("code")).isEqualTo("unavailable");
    assertThat(text(answer)).doesNotContain("deadlock");
    assertThat(said())
        .isEqualTo(
            "The database could not go on with a transaction: deadlock detected Detail: of 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03"})
  void a_database_that_is_gone_is_unavailable_for_a_while(String state) {
    Response answer = mapper.toResponse(new RuntimeException(new SQLException("refused", state)));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(text(answer)).doesNotContain("refused");
    assertThat(log.records).isEmpty();
  }

  private String said() {
    assertThat(log.records)
        .singleElement()
        .satisfies(line -> assertThat(line.getThrown()).isNull());
    return new SimpleFormatter().formatMessage(log.records.get(0));
  }

  static Stream<Throwable> anything_else_is_a_number_that_stands_in_the_log() {
    return Stream.of(
        new NullPointerException("secret of the inside"),
        new OutOfMemoryError("secret of the inside"),
        new InternalServerErrorException("secret of the inside"),
        new WebApplicationException("secret of the inside", 599),
        new RuntimeException(new SQLException("secret of the inside", "40002")),
        new RuntimeException(new SQLException("secret of the inside", "42703")));
  }

  @ParameterizedTest
  @MethodSource
  void anything_else_is_a_number_that_stands_in_the_log(Throwable thrown) {
    Response answer = mapper.toResponse(thrown);
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(text(answer)).doesNotContain("secret").doesNotContain("Exception");
    String id = document(answer).getString("id");
    assertThat(document(answer).getString("detail")).contains(id);
    assertThat(log.records)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getMessage()).contains(id);
              assertThat(line.getThrown()).isSameAs(thrown);
            });
  }

  private static String text(Response answer) {
    return (String) answer.getEntity();
  }

  private static jakarta.json.JsonObject document(Response answer) {
    return jakarta.json.Json.createReader(new StringReader(text(answer))).readObject();
  }

  /** The lines of the log. */
  private static final class Kept extends Handler {
    private final List<LogRecord> records = new java.util.ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      records.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
