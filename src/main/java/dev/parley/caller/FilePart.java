package dev.parley.caller;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The file of an upload: the part that is called file. */
public final class FilePart {
  private FilePart() {}

  /** The part itself, which must be there. */
  public static EntityPart of(List<EntityPart> parts) {
    return parts.stream()
        .filter(part -> part.getName().equals("file"))
        .findFirst()
        .orElseThrow(() -> Input.wrong("file", "This is required."));
  }

  /**
   * Its bytes.
   *
   * @param most how many there may be
   * @throws DomainException {@code too_large}
   */
  public static byte[] bytes(List<EntityPart> parts, int most) throws IOException {
    try (InputStream content = of(parts).getContent()) {
      byte[] bytes = content.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
      return bytes;
    }
  }
}
