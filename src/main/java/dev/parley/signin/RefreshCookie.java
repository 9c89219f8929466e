package dev.parley.signin;

import dev.parley.caller.Origin;
import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The refresh token of a browser: out of the page's reach, sent to the token paths only, by our own
 * pages only.
 */
@ApplicationScoped
public class RefreshCookie {
  static final String NAME = "parley_refresh";
  private static final String PATH = "/chat/api/token";

  @Inject private Origin origin;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "parley.tokens.refresh-absolute")
  private Duration life;

  NewCookie of(String refreshToken) {
    return build(refreshToken, (int) life.toSeconds());
  }

  NewCookie gone() {
    return build("", 0);
  }

  private NewCookie build(String value, int seconds) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path(PATH)
        .maxAge(seconds)
        .httpOnly(true)
        .secure(origin.secure())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  /** Refuses a call with the cookie that another site's page makes. */
  void refuseForeign(String originHeader) {
    if (originHeader != null && !originHeader.equalsIgnoreCase(publicUrl)) {
      throw new DomainException(CommonCode.FOREIGN_ORIGIN);
    }
  }
}
