package dev.parley.administration.audit;

import dev.parley.identity.account.Profile;
import dev.parley.identity.account.Profiles;
import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What the audit log holds of somebody's own acts, for them to take away. */
@ApplicationScoped
public class OwnLines implements ExportPart {
  @Inject private AuditLogService log;
  @Inject private Profiles profiles;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Object of(UUID user) {
    return profiles
        .byId(user)
        .map(Profile::username)
        .map(name -> log.ofActor(user, name))
        .orElse(List.of());
  }
}
