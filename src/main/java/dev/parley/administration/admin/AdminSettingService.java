package dev.parley.administration.admin;

import dev.parley.administration.audit.Act;
import dev.parley.administration.audit.Actor;
import dev.parley.administration.audit.AuditEntry;
import dev.parley.administration.audit.AuditService;
import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.config.SettingService;
import dev.parley.identity.account.Administrators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Changes settings, each change with its line of the audit log. */
@ApplicationScoped
@Transactional
public class AdminSettingService {
  @Inject private Administrators administrators;
  @Inject private SettingService service;
  @Inject private RunTimeSettings settings;
  @Inject private AuditService audit;

  public void change(Actor actor, String key, String value, String reason) {
    administrators.require(actor.id());
    service.change(key, value);
    audit.write(entry(actor, key, reason).with("to", value));
  }

  public void giveBack(Actor actor, String key, String reason) {
    administrators.require(actor.id());
    service.giveBack(key);
    audit.write(entry(actor, key, reason));
  }

  private AuditEntry entry(Actor actor, String key, String reason) {
    return AuditEntry.of(Act.SETTING_CHANGED, actor)
        .about(null, key)
        .because(reason)
        .with("from", settings.text(key));
  }
}
