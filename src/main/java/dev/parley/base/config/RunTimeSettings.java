package dev.parley.base.config;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * The settings as they are at this moment: what an administrator has set, else what is configured.
 */
@ApplicationScoped
public class RunTimeSettings {
  private static final Logger LOG = Logger.getLogger(RunTimeSettings.class.getName());
  private static final int SECONDS = 2;
  private static final int FIRST = 1;

  @Inject private Config config;
  @Inject private KnownSettings known;
  @Inject private SettingStoreService store;
  @Inject private ManagedScheduledExecutorService scheduler;

  private final Map<String, KnownSetting> changeable = new LinkedHashMap<>();
  private final Map<String, String> configured = new HashMap<>();
  private volatile Map<String, String> changed = Map.of();

  @PostConstruct
  void readConfiguration() {
    known.changeable().forEach(setting -> changeable.put(setting.key(), setting));
    changeable.keySet().forEach(key -> configured.put(key, config.getValue(key, String.class)));
  }

  void begin(@Observes @Priority(FIRST) ApplicationReady ready) {
    refresh();
    scheduler.scheduleWithFixedDelay(this::refresh, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Reads again what was set. What is no value any more, because this version wants another form,
   * does not count.
   */
  public void refresh() {
    try {
      Map<String, String> read = store.all();
      read.entrySet()
          .removeIf(
              set ->
                  !changeable.containsKey(set.getKey())
                      || !changeable.get(set.getKey()).accepts().test(set.getValue()));
      changed = Map.copyOf(read);
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "The settings could not be read; trying again", e);
    }
  }

  /** The value of a key. */
  public String text(String key) {
    String set = changed.get(key);
    if (set != null) {
      return set;
    }
    String value = configured.get(key);
    return value == null ? config.getValue(key, String.class) : value;
  }

  /** The value of a key that is a whole number. */
  public long number(String key) {
    return Long.parseLong(text(key));
  }

  /** The value of a key that is a duration; none is written {@code 0} as well. */
  public Duration duration(String key) {
    String value = text(key);
    return value.equals("0") ? Duration.ZERO : Duration.parse(value);
  }

  /** A setting that may change. */
  Optional<KnownSetting> find(String key) {
    return Optional.ofNullable(changeable.get(key));
  }

  /** Every setting that may change, with its value of now. */
  public Map<KnownSetting, Origin> all() {
    Map<KnownSetting, Origin> all = new LinkedHashMap<>();
    Map<String, String> set = changed;
    changeable.forEach((key, setting) -> all.put(setting, origin(setting, set.get(key))));
    return all;
  }

  private Origin origin(KnownSetting setting, String set) {
    if (set != null) {
      return new Origin(set, "administrator");
    }
    String value = configured.get(setting.key());
    return new Origin(value, value.equals(setting.defaultValue()) ? "default" : "configuration");
  }

  /**
   * A value and where it is from.
   *
   * @param source default, configuration or administrator
   */
  public record Origin(String value, String source) {}
}
