package dev.parley.administration.audit;

import dev.parley.identity.account.AccountEvent.PasswordChanged;
import dev.parley.identity.account.AccountEvent.UserLeft;
import dev.parley.identity.account.AccountEvent.UserRegistered;
import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import dev.parley.identity.signin.SignInEvent.SignInEnded;
import dev.parley.identity.signin.SignInEvent.SignInOpened;
import dev.parley.identity.signin.SignInEvent.SignInRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/** Notes what people do to their own accounts and sign-ins, and who could not sign in. */
@ApplicationScoped
class SignInAudit {
  @Inject private AuditService audit;
  @Inject private Profiles profiles;
  @Inject private ClientAddress client;
  @Inject private AuditRateLimit rateLimit;

  void opened(@Observes SignInOpened fact) {
    Actor actor = new Actor(fact.user(), name(fact.user()), fact.address());
    audit.write(
        AuditEntry.of(Act.SIGN_IN, actor)
            .with("device", fact.device())
            .with("session", fact.signIn().toString()));
  }

  void refused(@Observes SignInRefused fact) {
    String address = fact.address() == null ? client.address() : fact.address();
    rateLimit
        .admit(fact.who())
        .ifPresent(
            missing ->
                audit.writeAlone(
                    AuditEntry.of(Act.SIGN_IN_REFUSED, new Actor(null, null, address))
                        .about(fact.user(), fact.username())
                        .refused(fact.why().word())
                        .with("missing", missing == 0 ? null : missing)));
  }

  void ended(@Observes SignInEnded fact) {
    switch (fact.why()) {
      case LOGOUT, REVOKED ->
          audit.write(
              ofSelf(Act.SIGN_OUT, fact.user())
                  .with("session", fact.signIn().toString())
                  .with("revoked", fact.why() == SignInEnded.Why.REVOKED ? true : null));
      case REUSE ->
          audit.write(
              AuditEntry.of(Act.TOKEN_REUSED, new Actor(null, null, client.address()))
                  .about(fact.user(), name(fact.user()))
                  .refused("token_reused")
                  .with("session", fact.signIn().toString()));
      case PASSWORD_CHANGED, TERMINATED, DISABLED, PROVIDER, DELETED, CROWDED_OUT -> {
        // What brought it about has a line of its own.
      }
    }
  }

  void passwordChanged(@Observes PasswordChanged fact) {
    Act act = fact.keptSignIn() == null ? Act.PASSWORD_RESET : Act.PASSWORD_CHANGED;
    audit.write(ofSelf(act, fact.user()));
  }

  void registered(@Observes UserRegistered fact) {
    Actor actor = new Actor(fact.user(), fact.username(), client.address());
    audit.write(
        AuditEntry.of(Act.USER_CREATED, actor)
            .about(fact.user(), fact.username())
            .with("admin", fact.admin() ? true : null));
  }

  void left(@Observes UserLeft fact) {
    Actor actor = new Actor(fact.user(), fact.username(), client.address());
    audit.write(AuditEntry.of(Act.USER_DELETED, actor).about(fact.user(), fact.username()));
  }

  private AuditEntry ofSelf(Act act, UUID user) {
    return AuditEntry.of(act, new Actor(user, name(user), client.address()));
  }

  private String name(UUID user) {
    return profiles.byId(user).map(Profile::username).orElse(null);
  }
}
