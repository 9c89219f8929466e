package dev.parley.administration.audit;

import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import dev.parley.identity.sso.AdminGroupApplied;
import dev.parley.identity.sso.IdentityLinked;
import dev.parley.identity.sso.IdentityUnlinked;
import dev.parley.identity.sso.SignedOutByProvider;
import dev.parley.identity.sso.SsoRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Notes what single sign-on does: identities, roles that follow groups, refusals, leavers. */
@ApplicationScoped
class SsoAudit {
  private static final Actor THE_PROVIDER = new Actor(null, null, null);

  @Inject private AuditService audit;
  @Inject private Profiles profiles;
  @Inject private ClientAddress client;
  @Inject private AuditRateLimit rateLimit;

  void linked(@Observes IdentityLinked fact) {
    if (fact.madeAccount()) {
      audit.write(ofSelf(Act.USER_CREATED, fact.user()).with("provider", fact.provider()));
    }
    audit.write(
        ofSelf(Act.SSO_LINKED, fact.user())
            .with("provider", fact.provider())
            .with("issuer", fact.issuer())
            .with("subject", fact.subject()));
  }

  void unlinked(@Observes IdentityUnlinked fact) {
    audit.write(ofSelf(Act.SSO_UNLINKED, fact.user()).with("issuer", fact.issuer()));
  }

  void followed(@Observes AdminGroupApplied fact) {
    audit.write(
        AuditEntry.of(Act.USER_ROLES_CHANGED, THE_PROVIDER)
            .about(fact.user(), name(fact.user()))
            .with("provider", fact.provider())
            .with("to", fact.admin() ? List.of("admin") : List.of()));
  }

  void signedOut(@Observes SignedOutByProvider fact) {
    audit.write(
        AuditEntry.of(Act.SSO_SIGNED_OUT, THE_PROVIDER)
            .about(fact.user(), name(fact.user()))
            .with("provider", fact.provider())
            .with("sessions", fact.signIns()));
  }

  void refused(@Observes SsoRefused fact) {
    rateLimit
        .admit("token of a provider from " + fact.address())
        .ifPresent(
            missing ->
                audit.writeAlone(
                    AuditEntry.of(Act.SSO_REFUSED, new Actor(null, null, fact.address()))
                        .refused("sso_refused")
                        .with("provider", fact.provider())
                        .with("why", fact.reason())
                        .with("missing", missing == 0 ? null : missing)));
  }

  private AuditEntry ofSelf(Act act, UUID user) {
    String name = name(user);
    return AuditEntry.of(act, new Actor(user, name, client.address())).about(user, name);
  }

  private String name(UUID user) {
    return profiles.byId(user).map(Profile::username).orElse(null);
  }
}
