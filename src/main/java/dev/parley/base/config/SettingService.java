package dev.parley.base.config;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Changes settings; all nodes follow within seconds. */
@ApplicationScoped
@Transactional
public class SettingService {
  @Inject private RunTimeSettings settings;
  @Inject private SettingStoreService store;

  /**
   * Gives a setting another value.
   *
   * @throws DomainException {@code not_found} when there is none such that may change, {@code
   *     invalid_input} when this is no value for it
   */
  public void change(String key, String value) {
    KnownSetting setting = known(key);
    if (!setting.accepts().test(value)) {
      throw Input.wrong("value", "This must be " + setting.wanted() + ".");
    }
    store.set(key, value);
  }

  /** Returns a setting to what is configured. */
  public void giveBack(String key) {
    store.forget(known(key).key());
  }

  private KnownSetting known(String key) {
    return settings.find(key).orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }
}
