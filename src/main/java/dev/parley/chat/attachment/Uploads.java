package dev.parley.chat.attachment;

import dev.parley.base.config.RunTimeSettings;
import dev.parley.base.media.PictureFile;
import dev.parley.base.media.PictureFormat;
import dev.parley.base.media.Pictures;
import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Receives files: finds out what they are, and makes pictures fit to be shown to others. */
@ApplicationScoped
public class Uploads {
  @Inject private AttachmentService attachments;
  @Inject private Pictures pictures;
  @Inject private RunTimeSettings settings;

  /**
   * Keeps a file for its owner.
   *
   * @param given what the upload calls it, or null
   * @throws DomainException {@code too_large}, {@code empty_file}, {@code quota_exceeded}, {@code
   *     busy}
   */
  AttachmentView receive(UUID owner, String given, InputStream content) throws IOException {
    String name = FileName.checked(given);
    byte[] head = content.readNBytes(FileType.HEAD);
    String type = FileType.of(head, name);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
    return PictureFormat.of(head).isPresent()
        ? pictures.inTurn(owner, () -> keepPicture(owner, name, whole))
        : attachments.keep(owner, name, type, whole, null);
  }

  private AttachmentView keepPicture(UUID owner, String name, InputStream content) {
    byte[] file = read(content);
    try {
      PictureFile picture = PictureFile.read(file);
      InputStream kept = new ByteArrayInputStream(picture.content());
      String type = picture.format().mediaType();
      return attachments.keep(owner, name, type, kept, pictures.thumbnail(picture).orElse(null));
    } catch (IOException e) {
      // It only begins like a picture.
      InputStream kept = new ByteArrayInputStream(file);
      return attachments.keep(owner, name, FileType.UNKNOWN, kept, null);
    }
  }

  private byte[] read(InputStream content) {
    int most = (int) settings.number("parley.limits.attachment-bytes");
    try {
      byte[] file = content.readNBytes(most + 1);
      if (file.length > most) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
