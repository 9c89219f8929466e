package dev.parley.server.transfer;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading a body that is larger than its kind may be, announced or not. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
  @Inject private BodySizes sizes;

  @Override
  public void filter(ContainerRequestContext request) {
    BodyKind kind =
        BodyKind.of(
            request.getMethod(),
            request.getUriInfo().getRequestUri().getRawPath(),
            request.getHeaderString("Content-Type"));
    long limit = sizes.most(kind);
    if (request.getLength() > limit) {
      throw new DomainException(CommonCode.TOO_LARGE);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long limit) {
      super(in);
      left = limit;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw new DomainException(CommonCode.TOO_LARGE);
      }
    }
  }
}
