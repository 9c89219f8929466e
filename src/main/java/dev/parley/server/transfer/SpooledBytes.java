package dev.parley.server.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps the bytes of a body: a few in memory, more in a temporary file. */
public final class SpooledBytes extends OutputStream {
  static final int IN_MEMORY = 64 * 1024;

  private ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
  private Path path;
  private OutputStream file;
  private long size;

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (file == null && memory.size() + length > IN_MEMORY) {
      moveToFile();
    }
    (file == null ? memory : file).write(bytes, offset, length);
    size += length;
  }

  private void moveToFile() throws IOException {
    path = Files.createTempFile("parley-body", null);
    file = Files.newOutputStream(path, StandardOpenOption.WRITE);
    memory.writeTo(file);
    memory = null;
  }

  long size() {
    return size;
  }

  /** Begins anew. */
  void clear() throws IOException {
    close();
    file = null;
    memory = new ByteArrayOutputStream(512);
    size = 0;
  }

  /** All bytes that were written; they are gone when this stream is closed. */
  public InputStream read() throws IOException {
    if (file == null) {
      return new ByteArrayInputStream(memory.toByteArray());
    }
    file.close();
    InputStream kept = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
    path = null;
    return kept;
  }

  /** All bytes that were written, those of a file without taking up the heap; the file is gone. */
  ByteBuffer map() throws IOException {
    if (file == null) {
      return ByteBuffer.wrap(memory.toByteArray());
    }
    file.close();
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)) {
      path = null;
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
    }
  }

  /** Forgets what is not read by somebody. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      if (path != null) {
        Files.deleteIfExists(path);
      }
    }
  }
}
