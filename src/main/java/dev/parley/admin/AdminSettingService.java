package dev.parley.admin;

import dev.parley.account.Administrators;
import dev.parley.audit.Act;
import dev.parley.audit.Actor;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditService;
import dev.parley.setting.RunTimeSettings;
import dev.parley.setting.SettingService;
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
