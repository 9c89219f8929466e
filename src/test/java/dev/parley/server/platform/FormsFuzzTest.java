package dev.parley.server.platform;

import dev.parley.base.request.FilePart;
import dev.parley.fuzz.Fuzz;
import dev.parley.server.http.FilePartReader;
import dev.parley.server.http.PartHeader;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms with files, and what the headers of their parts say, are taken or refused. */
@Tag("fuzz")
class FormsFuzzTest {
  private static final int MOST_BYTES = 1 << 20;
  private static final MediaType FORM =
      new MediaType("multipart", "form-data", Map.of("boundary", "x"));
  private static final String FILE =
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"B\u00e4ume.txt\"\r\n"
          + "Content-Type: text/plain\r\n\r\na\r\n-b\r\n--x-\r\n";
  private static final String REASON =
      "--x\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nd\u00fce to\r\n";

  /** The parameter of a call that names the field {@code reason}. */
  private static final class Call {
    @SuppressWarnings("unused")
    void with(@FilePart.With("reason") FilePart form) {}
  }

  @Test
  void forms() throws NoSuchMethodException {
    Annotation[] named =
        Call.class.getDeclaredMethod("with", FilePart.class).getParameterAnnotations()[0];
    Fuzz.like(
            "form",
            "preamble\r\n" + REASON + FILE + "--x--\r\nepilogue",
            FILE + REASON + "--x--",
            "--x\r\ncontent-disposition:form-data;name=file\r\n\r\n\r\n--x--")
        .feeds(
            input ->
                new FilePartReader()
                    .readFrom(
                        FilePart.class,
                        FilePart.class,
                        named,
                        FORM,
                        null,
                        new ByteArrayInputStream(input))
                    .bytes(MOST_BYTES));
  }

  @Test
  void headers_of_parts() {
    Fuzz.like(
            "part",
            "Content-Disposition: form-data; name=\"file\"; filename=\"C:\\\\x\\\".txt\"\r\n",
            "Content-Disposition: form-data; name=file; filename*=UTF-8''B%C3%A4ume.txt\r\n",
            "Content-Disposition: form-data; name=\"=?utf-8?Q?a=C3=A4?=\"\r\nX: y\r\n z\r\n",
            "Content-Disposition: form-data; name=\"=?utf-8?B?w6Q=?=\"\r\n")
        .feeds(input -> PartHeader.of(new String(input, StandardCharsets.ISO_8859_1)));
  }
}
