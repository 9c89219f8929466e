package dev.parley.base.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the current request comes from: address, device, whether it came by TLS. */
@RequestScoped
public class RequestOrigin {
  private static final int DEVICE_LENGTH = 200;

  @Inject private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "parley.trusted-proxies")
  private Optional<String> trustedProxies;

  /** The client's address; a forwarded one only when a configured proxy says so. */
  public String address() {
    return address(request, trustedProxies.orElse(""));
  }

  /** The client's address of a request, believing only these {@link TrustedProxies}. */
  public static String address(HttpServletRequest request, String proxies) {
    List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
    return address(request.getRemoteAddr(), forwarded, proxies);
  }

  /**
   * The client's address, from the one that sent the request and what its {@code X-Forwarded-For}
   * headers say, believing only these {@link TrustedProxies}.
   */
  public static String address(String sender, List<String> forwarded, String proxies) {
    String last = last(forwarded);
    boolean believed =
        InternetAddress.of(last).isPresent() && TrustedProxies.of(proxies).include(sender);
    return InternetAddress.canonical(believed ? last : sender);
  }

  /** Whether the request came by TLS, also when a configured proxy ended it. */
  public static boolean secure(HttpServletRequest request, String proxies) {
    return request.isSecure()
        || "https".equalsIgnoreCase(forwarded(request, "X-Forwarded-Proto"))
            && trusts(request, proxies);
  }

  /**
   * What the nearest proxy says, the last of all: what stands before it, also in lines of its own,
   * may be the client's.
   */
  private static String forwarded(HttpServletRequest request, String header) {
    return last(Collections.list(request.getHeaders(header)));
  }

  private static String last(List<String> lines) {
    String all = String.join(",", lines);
    return all.substring(all.lastIndexOf(',') + 1).strip();
  }

  private static boolean trusts(HttpServletRequest request, String proxies) {
    return TrustedProxies.of(proxies).include(request.getRemoteAddr());
  }

  public boolean secure() {
    return secure(request, trustedProxies.orElse(""));
  }

  /** The site whose page makes the call, null when none does. */
  public String page() {
    return request.getHeader("Origin");
  }

  /** What the client says it is, cut to a line of text. */
  public String device() {
    return device(request.getHeader("User-Agent"));
  }

  static String device(String agent) {
    return agent == null ? "" : DisplayText.cleaned(HeaderText.decoded(agent), DEVICE_LENGTH);
  }
}
