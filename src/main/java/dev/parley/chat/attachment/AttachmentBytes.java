package dev.parley.chat.attachment;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/** The bytes of attachments, which pass through memory part by part. */
@ApplicationScoped
public class AttachmentBytes {
  private static final int PART = 256 * 1024;

  /** As much as is held for each client that takes a file, however slowly. */
  private static final int SLICE = 32 * 1024;

  private static final String SLICE_OF =
      "select substring(bytes from ? for ?) from attachment_part"
          + " where attachment_id = ? and place = ?";

  private static final String PART_OF =
      "select bytes from attachment_part where attachment_id = ? and place = ?";

  @Inject private Sql rows;

  /**
   * Keeps everything a stream has.
   *
   * @param most bytes, one more is {@code too_large}
   * @return how many bytes there were
   */
  long keep(UUID attachment, InputStream content, long most) throws IOException {
    long size = 0;
    int place = 0;
    for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
      size += part.length;
      if (size > most) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
      rows.change(
          "insert into attachment_part (attachment_id, place, bytes) values (?, ?, ?)",
          attachment,
          place++,
          part);
    }
    return size;
  }

  /** Writes an attachment out; ends early when it is taken away meanwhile. */
  public void copy(UUID attachment, OutputStream out) throws IOException {
    for (int place = 0; ; place++) {
      Optional<byte[]> part = part(attachment, place);
      if (part.isEmpty()) {
        return;
      }
      out.write(part.get());
    }
  }

  private Optional<byte[]> part(UUID attachment, int place) {
    return rows.first(PART_OF, row -> row.getBytes(1), attachment, place);
  }

  /** An attachment, of which no more is held than is being read; it ends early likewise. */
  InputStream open(UUID attachment) {
    return new PartStream(number -> slice(attachment, number));
  }

  private Optional<byte[]> slice(UUID attachment, int number) {
    int inPart = number % (PART / SLICE);
    int place = number / (PART / SLICE);
    return rows.first(
            SLICE_OF, row -> row.getBytes(1), 1 + inPart * SLICE, SLICE, attachment, place)
        .filter(slice -> slice.length > 0);
  }

  void keepThumbnail(UUID attachment, byte[] image) {
    rows.change(
        "insert into attachment_thumbnail (attachment_id, bytes) values (?, ?)", attachment, image);
  }

  /**
   * A thumbnail.
   *
   * @throws DomainException {@code not_found} for what has none
   */
  byte[] thumbnail(UUID attachment) {
    return rows.first(
            "select bytes from attachment_thumbnail where attachment_id = ?",
            row -> row.getBytes(1),
            attachment)
        .orElseThrow(() -> new DomainException(CommonCode.NOT_FOUND));
  }
}
