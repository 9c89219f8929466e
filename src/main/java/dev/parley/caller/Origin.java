package dev.parley.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the current request comes from: address, device, whether it came by TLS. */
@RequestScoped
public class Origin {
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
    String last = forwarded(request, "X-Forwarded-For");
    if (last.isEmpty() || !trusts(request, proxies)) {
      return sender(request);
    }
    return last.matches("[0-9A-Fa-f.:]{2,45}") ? Address.canonical(last) : sender(request);
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
    String all = String.join(",", Collections.list(request.getHeaders(header)));
    return all.substring(all.lastIndexOf(',') + 1).strip();
  }

  private static boolean trusts(HttpServletRequest request, String proxies) {
    return TrustedProxies.of(proxies).include(request.getRemoteAddr());
  }

  private static String sender(HttpServletRequest request) {
    return Address.canonical(request.getRemoteAddr());
  }

  public boolean secure() {
    return secure(request, trustedProxies.orElse(""));
  }

  /** The site whose page makes the call, null when none does. */
  public String page() {
    return request.getHeader("Origin");
  }

  /** What the client says it is, cut to a line. */
  public String device() {
    String agent =
        Optional.ofNullable(request.getHeader("User-Agent"))
            .orElse("")
            .replaceAll("\\p{Cntrl}", " ");
    return agent.length() > DEVICE_LENGTH ? agent.substring(0, DEVICE_LENGTH) : agent;
  }
}
