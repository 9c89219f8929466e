package dev.parley.chat.attachment;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.media.Thumbnail;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import dev.parley.identity.account.AccountEvent.UserDeleting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Keeps uploaded files within everybody's quota, and takes away what nobody needs. */
@ApplicationScoped
@Transactional
public class AttachmentService {
  private static final String ADD =
      """
      insert into attachment (id, owner_id, name, media_type, size, width, height, created_at)
      values (?, ?, ?, ?, 0, ?, ?, ?)
      """;
  private static final String COUNT =
      """
      insert into attachment_usage as u (user_id, bytes) values (?, ?)
      on conflict (user_id) do update set bytes = u.bytes + excluded.bytes
      returning bytes
      """;

  /** A batch at a time, so that no transaction is long. */
  static final String SWEEP =
      """
      with due as (
        select id from attachment where removed_at is not null or message_id is null and created_at < ?
        limit 50 for update skip locked),
      gone as (
        delete from attachment a using due where a.id = due.id returning a.owner_id, a.size),
      less as (
        update attachment_usage u set bytes = u.bytes - g.size
        from (select owner_id, sum(size) as size from gone group by owner_id) g where u.user_id = g.owner_id)
      select count(*) from gone
      """;

  @Inject private Sql rows;
  @Inject private AttachmentBytes bytes;
  @Inject private RunTimeSettings settings;
  @Inject private Clock clock;

  /**
   * Keeps a file.
   *
   * @param thumbnail null for what is no picture
   * @throws DomainException {@code too_large}, {@code empty_file}, {@code quota_exceeded}
   */
  public AttachmentView keep(
      UUID owner, String name, String type, InputStream content, Thumbnail thumbnail) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Integer width = thumbnail == null ? null : thumbnail.width();
    Integer height = thumbnail == null ? null : thumbnail.height();
    rows.change(ADD, id, owner, name, type, width, height, clock.instant());
    long size = write(id, content);
    requireRoom(owner, size);
    rows.change("update attachment set size = ? where id = ?", size, id);
    if (thumbnail != null) {
      bytes.keepThumbnail(id, thumbnail.image());
    }
    return new AttachmentView(id, name, type, size, width, height);
  }

  private long write(UUID id, InputStream content) {
    try {
      long size = bytes.keep(id, content, settings.number("parley.limits.attachment-bytes"));
      if (size == 0) {
        throw new DomainException(AttachmentCode.EMPTY_FILE);
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes somebody's attachments take, of how many they may. */
  public record Usage(long used, long quota) {}

  private void requireRoom(UUID owner, long size) {
    long used = rows.first(COUNT, row -> row.getLong(1), owner, size).orElseThrow();
    long quota = settings.number("parley.limits.attachment-quota");
    if (quota > 0 && used > quota) {
      throw new DomainException(AttachmentCode.QUOTA_EXCEEDED)
          .with("current", new Usage(used - size, quota));
    }
  }

  /** Takes away some of what was removed, and of what no message took until then. */
  public int sweep(Instant unusedBefore) {
    return rows.first(SWEEP, row -> row.getInt(1), unusedBefore).orElse(0);
  }

  /** What somebody has not sent goes with their account; what they have sent stays. */
  void deleting(@Observes UserDeleting deleting) {
    rows.change(
        "update attachment set removed_at = ? where owner_id = ? and message_id is null",
        clock.instant(),
        deleting.user());
  }
}
