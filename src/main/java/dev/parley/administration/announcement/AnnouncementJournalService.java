package dev.parley.administration.announcement;

import dev.parley.base.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes announcements into the journals of users who are here, each once on all nodes. */
@ApplicationScoped
@Transactional
public class AnnouncementJournalService {
  static final String PUBLISHED = "announcement.published";
  static final String WITHDRAWN = "announcement.withdrawn";

  @PersistenceContext private EntityManager database;
  @Inject private Announcements announcements;
  @Inject private Journal journal;
  @Inject private Jsonb jsonb;

  /** What stands now. */
  public List<Announcement> current() {
    return announcements.current();
  }

  /** The ids of recently withdrawn announcements, which a client may still show. */
  public List<UUID> withdrawnRecently() {
    return announcements.withdrawnRecently();
  }

  /** Tells these users of an announcement, unless they were told or it was just withdrawn. */
  public void tell(Announcement announcement, Collection<UUID> users) {
    String json = jsonb.toJson(announcement);
    List<?> told =
        database
            .createNativeQuery(
                "with standing as (select id from announcement where id = ?1 and withdrawn_at is null for share)"
                    + " insert into announcement_told (announcement_id, user_id)"
                    + " select s.id, u.id from standing s join users u"
                    + " on u.id = any (cast(string_to_array(?2, ',') as uuid[])) order by u.id"
                    + " on conflict do nothing returning user_id")
            .setParameter(1, announcement.id())
            .setParameter(2, list(users))
            .getResultList();
    told.forEach(user -> journal.append((UUID) user, PUBLISHED, announcement.id(), json));
  }

  /** Tells those of these users who were told of it that an announcement was withdrawn. */
  public void tellWithdrawn(UUID announcement, Collection<UUID> users) {
    String json = jsonb.toJson(Map.of("id", announcement.toString()));
    List<?> told =
        database
            .createNativeQuery(
                "update announcement_told set withdrawn = true where announcement_id = ?1 and not withdrawn"
                    + " and user_id = any (cast(string_to_array(?2, ',') as uuid[])) returning user_id")
            .setParameter(1, announcement)
            .setParameter(2, list(users))
            .getResultList();
    told.forEach(user -> journal.append((UUID) user, WITHDRAWN, announcement, json));
  }

  private static String list(Collection<UUID> users) {
    return users.stream().map(UUID::toString).collect(Collectors.joining(","));
  }
}
