package dev.parley.identity.export;

import jakarta.json.bind.Jsonb;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The ZIP of an export while it is written, one file after the other straight to its receiver. Its
 * overview, a page for people, is gathered meanwhile and stands at the end.
 */
public final class ExportFolder {
  private final ZipOutputStream zip;
  private final Jsonb jsonb;
  private final StringBuilder overview = new StringBuilder();

  ExportFolder(OutputStream out, Jsonb jsonb) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.jsonb = jsonb;
  }

  /** Something as JSON. */
  public String json(Object content) {
    return jsonb.toJson(content);
  }

  /** Begins a file; the one before must be closed. */
  public OutputStream file(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        zip.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        zip.closeEntry();
      }
    };
  }

  /** Begins a file of text. */
  public Writer text(String name) throws IOException {
    return new OutputStreamWriter(file(name), StandardCharsets.UTF_8);
  }

  /** Adds a heading to the overview. */
  public void chapter(String title) {
    overview.append("<h2>").append(ReadableData.escaped(title)).append("</h2>\n");
  }

  /** Adds a link to one of the files to the overview. */
  public void link(String file, String title) {
    overview
        .append("<p><a href=\"")
        .append(ReadableData.escaped(file))
        .append("\">")
        .append(ReadableData.escaped(title))
        .append("</a></p>\n");
  }

  /** Adds data to the overview, in words and lists. */
  void data(String json) {
    overview.append(ReadableData.html(json));
  }

  /** Ends the export; one that fails on the way is no whole ZIP, and cannot be taken for one. */
  void finish() throws IOException {
    try (Writer index = text("index.html")) {
      index.append(ReadableData.page("What Parley holds about you", overview));
    }
    zip.close();
  }
}
