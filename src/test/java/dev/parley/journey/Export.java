package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What somebody takes away with them, file by file. */
public final class Export {
  private final Map<String, byte[]> files = new TreeMap<>();

  private Export() {}

  public static Export of(Person person) {
    Response answer = person.get("me/export/");
    answer
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .header("Content-Disposition", containsString("attachment"));
    Export export = new Export();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        export.files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return export;
  }

  public String text(String name) {
    assertThat(files).containsKey(name);
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  public byte[] bytes(String name) {
    return files.get(name);
  }

  public Set<String> names() {
    return files.keySet();
  }
}
