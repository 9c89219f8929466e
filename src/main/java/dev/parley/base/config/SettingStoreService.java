package dev.parley.base.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what administrators have set. */
@ApplicationScoped
@Transactional
public class SettingStoreService {
  @PersistenceContext private EntityManager database;
  @Inject private Clock clock;

  /** Everything that was set. */
  Map<String, String> all() {
    List<?> rows = database.createNativeQuery("select key, value from setting").getResultList();
    Map<String, String> all = new HashMap<>();
    for (Object row : rows) {
      all.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
    }
    return all;
  }

  void set(String key, String value) {
    database
        .createNativeQuery(
            "insert into setting (key, value, changed_at) values (?1, ?2, ?3)"
                + " on conflict (key) do update set value = ?2, changed_at = ?3")
        .setParameter(1, key)
        .setParameter(2, value)
        .setParameter(3, Timestamp.from(clock.instant()))
        .executeUpdate();
  }

  void forget(String key) {
    database
        .createNativeQuery("delete from setting where key = ?1")
        .setParameter(1, key)
        .executeUpdate();
  }
}
