package dev.parley.identity.signin;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  @Inject private RequestOrigin origin;

  @Inject
  @ConfigProperty(name = "parley.public-url")
  private String publicUrl;

  @Inject
  @ConfigProperty(name = "parley.tokens.refresh-absolute")
  private Duration life;

  /** The header that gives the token to the browser. */
  String of(String refreshToken) {
    return build(refreshToken, life.toSeconds());
  }

  /** The header that takes it back. */
  String gone() {
    return build("", 0);
  }

  private String build(String value, long seconds) {
    return NAME
        + "="
        + value
        + "; Path="
        + PATH
        + "; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (origin.secure() || publicUrl.startsWith("https:") ? "; Secure" : "");
  }

  /** Refuses a call with the cookie that another site's page makes. */
  void refuseForeign() {
    String originHeader = origin.page();
    if (originHeader != null && !originHeader.equalsIgnoreCase(publicUrl)) {
      throw new DomainException(CommonCode.FOREIGN_ORIGIN);
    }
  }
}
