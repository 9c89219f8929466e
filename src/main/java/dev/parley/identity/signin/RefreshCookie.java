package dev.parley.identity.signin;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.RequestOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.RuntimeDelegate;
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
    return header(refreshToken, life);
  }

  /** The header that takes it back. */
  String gone() {
    return header("", Duration.ZERO);
  }

  private String header(String value, Duration life) {
    NewCookie cookie =
        new NewCookie.Builder(NAME)
            .value(value)
            .path(PATH)
            .maxAge((int) Math.min(life.toSeconds(), Integer.MAX_VALUE))
            .httpOnly(true)
            .sameSite(NewCookie.SameSite.STRICT)
            .secure(origin.secure() || publicUrl.startsWith("https:"))
            .build();
    return RuntimeDelegate.getInstance().createHeaderDelegate(NewCookie.class).toString(cookie);
  }

  /** Refuses a call with the cookie that another site's page makes. */
  void refuseForeign() {
    String originHeader = origin.page();
    if (originHeader != null && !originHeader.equalsIgnoreCase(publicUrl)) {
      throw new DomainException(CommonCode.FOREIGN_ORIGIN);
    }
  }
}
