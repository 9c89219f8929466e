package dev.parley.chat.attachment;

import dev.parley.base.sql.Sql;
import dev.parley.identity.export.ExportFiles;
import dev.parley.identity.export.ExportFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.UUID;

/** Everything that somebody has uploaded, for them to take away. */
@ApplicationScoped
public class AttachmentExport implements ExportFiles {
  private static final String OWN =
      """
      select id, name, media_type, size, width, height from attachment
      where owner_id = ? and removed_at is null order by id
      """;

  @Inject private Sql rows;
  @Inject private AttachmentBytes bytes;

  @Override
  public void write(UUID user, ExportFolder folder) throws IOException {
    List<AttachmentView> own = rows.list(OWN, Attachments::view, user);
    try (Writer list = folder.text("attachments.json")) {
      list.write(folder.json(own));
    }
    folder.chapter("attachments");
    for (AttachmentView one : own) {
      String name = "attachments/" + one.id() + "/" + one.name();
      try (OutputStream file = folder.file(name)) {
        bytes.copy(one.id(), file);
      }
      folder.link(
          "attachments/" + one.id() + "/" + FileName.encoded(one.name()),
          one.name() + " (" + one.size() + " bytes)");
    }
  }
}
