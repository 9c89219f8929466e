package dev.parley.base.request;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Optional;

/**
 * The file of an upload, from the field {@code file} of a form that has nothing else but what the
 * call names.
 *
 * @param name what the client calls the file, or null
 * @param content its bytes, to be closed
 * @param fields the other fields that came, by name
 */
public record FilePart(String name, InputStream content, Map<String, String> fields) {

  /** Names the fields that an upload may have beside its file. */
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface With {
    /** Their names. */
    String[] value();
  }

  /** A field that may have come. */
  public Optional<String> field(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /**
   * Its bytes.
   *
   * @param most how many there may be
   * @throws DomainException {@code too_large}
   */
  public byte[] bytes(int most) throws IOException {
    try (content) {
      byte[] bytes = content.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
      return bytes;
    }
  }
}
