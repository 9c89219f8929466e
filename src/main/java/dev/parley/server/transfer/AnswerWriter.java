package dev.parley.server.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes a large answer as fast as its client takes it, without a thread that waits for it. Large
 * answers share a few threads, in which each writes a little at a time: those that are asked for at
 * the same moment take no thread from calls.
 */
final class AnswerWriter implements WriteListener, Transfers.Transfer {
  private static final Logger LOG = Logger.getLogger(AnswerWriter.class.getName());
  private static final int PIECE = 16 * 1024;
  private static final int PIECES_A_TURN = 8;

  private final String address;
  private final AsyncContext async;
  private final ServletOutputStream out;
  private final InputStream content;
  private final Executor threads;
  private final Consumer<AnswerWriter> end;
  private volatile long moved;
  private boolean ended;

  AnswerWriter(
      String address,
      AsyncContext async,
      ServletOutputStream out,
      InputStream content,
      Executor threads,
      Consumer<AnswerWriter> end) {
    this.address = address;
    this.async = async;
    this.out = out;
    this.content = content;
    this.threads = threads;
    this.end = end;
  }

  @Override
  public void onWritePossible() {
    threads.execute(this::takeTurn);
  }

  private void takeTurn() {
    try {
      if (write()) {
        threads.execute(this::takeTurn);
      }
    } catch (IOException | RuntimeException e) {
      onError(e);
    }
  }

  /** Writes a few pieces; whether the client takes more now. */
  private synchronized boolean write() throws IOException {
    for (int left = PIECES_A_TURN; left > 0; left--) {
      if (ended || !out.isReady()) {
        return false;
      }
      byte[] piece = content.readNBytes(PIECE);
      if (piece.length == 0) {
        end();
      } else {
        out.write(piece);
        moved += piece.length;
      }
    }
    return true;
  }

  @Override
  public synchronized void onError(Throwable thrown) {
    LOG.log(Level.FINE, "A client left before its answer was whole", thrown);
    end();
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public long moved() {
    return moved;
  }

  @Override
  public synchronized void cut() {
    LOG.fine("A client that hardly reads is cut");
    end();
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    end.accept(this);
    try {
      content.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "An answer could not be closed", e);
    }
    async.complete();
  }
}
