package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The JSON body of a call that may as well come without one, whatever type it then announces. */
@RequestScoped
public class OptionalBody {
  @Inject private HttpServletRequest request;
  @Inject private Jsonb jsonb;

  /**
   * Reads the body.
   *
   * @throws DomainException {@code unsupported_media_type} for a body that is no JSON
   */
  public <T> Optional<T> read(String body, Class<T> type) {
    if (body == null || body.isBlank()) {
      return Optional.empty();
    }
    String announced = Optional.ofNullable(request.getContentType()).orElse("");
    if (!announced.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new DomainException(CommonCode.UNSUPPORTED_MEDIA_TYPE);
    }
    WellFormedJson.check(body.getBytes(StandardCharsets.UTF_8));
    return Optional.ofNullable(jsonb.fromJson(body, type));
  }
}
