package dev.parley.base.request;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.UUID;

/** The signed-in user who makes the current REST call, once the sign-in has been found good. */
@RequestScoped
public class Caller {
  private UUID id;
  private UUID signIn;
  private String username;
  private Set<String> roles = Set.of();

  /** Names the caller of this request; called once, by the filter that has checked the sign-in. */
  public void is(UUID id, String username, UUID signIn, Set<String> roles) {
    this.id = id;
    this.username = username;
    this.signIn = signIn;
    this.roles = Set.copyOf(roles);
  }

  /** The caller's user id; null on calls that need no sign-in. */
  public UUID id() {
    return id;
  }

  public String username() {
    return username;
  }

  /** The sign-in whose access token the call carries. */
  public UUID signIn() {
    return signIn;
  }

  public Set<String> roles() {
    return roles;
  }
}
