package dev.parley.administration.admin;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.Actor;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.AuditService;
import dev.parley.consent.connection.RelationControlService;
import dev.parley.consent.connection.RelationRecord;
import dev.parley.identity.account.Administrators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What administrators do between two people, each act with its line of the audit log. */
@ApplicationScoped
@Transactional
public class AdminConnectionService {
  @Inject private Administrators administrators;
  @Inject private RelationControlService control;
  @Inject private AuditService audit;

  public RelationRecord connect(Actor actor, String sender, String receiver, String reason) {
    administrators.require(actor.id());
    return noted(
        Act.CONNECTION_CREATED,
        actor,
        control.connect(actor.id(), sender, receiver, reason),
        reason);
  }

  public RelationRecord approve(Actor actor, UUID id, String reason) {
    administrators.require(actor.id());
    return noted(Act.CONNECTION_APPROVED, actor, control.approve(actor.id(), id, reason), reason);
  }

  public RelationRecord remove(Actor actor, UUID id, String reason) {
    administrators.require(actor.id());
    return noted(Act.CONNECTION_REMOVED, actor, control.remove(actor.id(), id, reason), reason);
  }

  public void delete(Actor actor, UUID id, String reason) {
    administrators.require(actor.id());
    noted(Act.CONNECTION_DELETED, actor, control.delete(actor.id(), id, reason), reason);
  }

  private RelationRecord noted(Act act, Actor actor, RelationRecord relation, String reason) {
    audit.write(
        AuditEntry.of(act, actor)
            .about(relation.id(), relation.sender().username(), relation.receiver().username())
            .because(reason)
            .with("connection", relation.id().toString()));
    return relation;
  }
}
