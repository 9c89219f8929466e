package dev.parley.server.http;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.FilePart;
import dev.parley.base.request.Input;
import dev.parley.base.request.Utf8;
import dev.parley.server.transfer.SpooledBytes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.MultipartInput;

/** Takes a form with a file apart as it is read, and stops at the first part that is not wanted. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class FilePartReader implements MessageBodyReader<FilePart> {
  private static final String FILE = "file";
  private static final int LONGEST_BOUNDARY = 70;
  private static final int MOST_HEADER_BYTES = 4096;
  private static final int MOST_FIELD_BYTES = 8192;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == FilePart.class;
  }

  @Override
  public FilePart readFrom(
      Class<FilePart> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try {
      return read(parts(mediaType, body), wanted(annotations));
    } catch (IOException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static MultipartInput parts(MediaType type, InputStream body) throws IOException {
    String boundary = type.getParameters().getOrDefault("boundary", "");
    if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw malformed();
    }
    MultipartInput parts =
        MultipartInput.builder()
            .setInputStream(body)
            .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
            .setMaxPartHeaderSize(MOST_HEADER_BYTES)
            .get();
    parts.setHeaderCharset(StandardCharsets.ISO_8859_1);
    return parts;
  }

  private static List<String> wanted(Annotation[] annotations) {
    return Stream.of(annotations)
        .filter(FilePart.With.class::isInstance)
        .flatMap(with -> Stream.of(((FilePart.With) with).value()))
        .toList();
  }

  private static FilePart read(MultipartInput parts, List<String> wanted) throws IOException {
    Map<String, String> fields = new HashMap<>();
    SpooledBytes file = null;
    String fileName = null;
    try {
      for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
        PartHeader header = PartHeader.of(parts.readHeaders());
        if (header.name().equals(FILE) && file == null) {
          file = new SpooledBytes();
          fileName = header.fileName();
          parts.readBodyData(file);
        } else if (!wanted.contains(header.name())
            || fields.put(header.name(), text(parts)) != null) {
          throw Input.wrong(
              FILE, "The form has this field, and no others but those that the call names.");
        }
      }
      if (file == null) {
        throw Input.wrong(FILE, "This is required.");
      }
      InputStream content = file.read();
      file = null;
      return new FilePart(fileName, content, fields);
    } finally {
      if (file != null) {
        file.close();
      }
    }
  }

  private static String text(MultipartInput parts) throws IOException {
    try (InputStream in = parts.newInputStream()) {
      byte[] text = in.readNBytes(MOST_FIELD_BYTES + 1);
      if (text.length > MOST_FIELD_BYTES) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
      return Utf8.text(text);
    }
  }

  private static DomainException malformed() {
    return new DomainException(CommonCode.BAD_REQUEST, "This is no form with a file.");
  }
}
