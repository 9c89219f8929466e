package dev.parley.administration.audit;

import dev.parley.base.request.AdminCallRefused;
import dev.parley.chat.message.MessageEvent.DeletedByAdministrator;
import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Notes what administrators do with people's messages, and who made a call that only administrators
 * may make.
 */
@ApplicationScoped
class CallAudit {
  @Inject private AuditService audit;
  @Inject private Profiles profiles;
  @Inject private ClientAddress client;
  @Inject private AuditRateLimit rateLimit;

  void refused(@Observes AdminCallRefused fact) {
    Actor actor = new Actor(fact.user(), fact.username(), client.address());
    rateLimit
        .admit("call of " + fact.user())
        .ifPresent(
            missing ->
                audit.writeAlone(
                    AuditEntry.of(Act.NOT_AN_ADMIN, actor)
                        .refused("not_an_admin")
                        .with("call", fact.method() + " " + fact.path())
                        .with("missing", missing == 0 ? null : missing)));
  }

  void deleted(@Observes DeletedByAdministrator fact) {
    String administrator = profiles.byId(fact.actor()).map(Profile::username).orElse(null);
    String author = profiles.byId(fact.author()).map(Profile::username).orElse(null);
    audit.write(
        AuditEntry.of(
                Act.MESSAGE_DELETED_BY_ADMIN,
                new Actor(fact.actor(), administrator, client.address()))
            .about(fact.author(), author)
            .with("conversation", fact.conversation().toString())
            .with("message", fact.message().toString()));
  }
}
