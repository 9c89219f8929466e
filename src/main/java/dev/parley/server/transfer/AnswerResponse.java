package dev.parley.server.transfer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/** The response as the application sees it: what it writes is kept, so that writing never waits. */
final class AnswerResponse extends HttpServletResponseWrapper {
  private final transient SpooledBytes bytes = new SpooledBytes();
  private final ServletOutputStream out = new KeptStream();
  private PrintWriter writer;

  AnswerResponse(HttpServletResponse response) {
    super(response);
  }

  /** Everything that was written. */
  SpooledBytes bytes() {
    if (writer != null) {
      writer.flush();
    }
    return bytes;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return out;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      // The encoding is said in the header from now on.
      setCharacterEncoding(getCharacterEncoding());
      writer =
          new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
    }
    return writer;
  }

  @Override
  public void flushBuffer() {
    // It goes out as a whole.
  }

  @Override
  public void resetBuffer() {
    try {
      bytes.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer = null;
  }

  @Override
  public void reset() {
    resetBuffer();
    super.reset();
  }

  /** Writes into what is kept. */
  private final class KeptStream extends ServletOutputStream {
    @Override
    public void write(int one) throws IOException {
      bytes.write(one);
    }

    @Override
    public void write(byte[] given, int offset, int length) throws IOException {
      bytes.write(given, offset, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("What is written here never waits.");
    }
  }
}
