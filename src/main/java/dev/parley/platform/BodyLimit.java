package dev.parley.platform;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops reading a body that is larger than its kind may be, announced or not. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
  private static final int MULTIPART_ENVELOPE = 8192;

  @Inject
  @ConfigProperty(name = "parley.limits.json-bytes")
  private int jsonBytes;

  @Inject
  @ConfigProperty(name = "parley.limits.avatar-bytes")
  private int avatarBytes;

  @Inject
  @ConfigProperty(name = "parley.limits.attachment-bytes")
  private int attachmentBytes;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean multipart =
        String.valueOf(request.getHeaderString("Content-Type")).startsWith("multipart/");
    long limit = multipart ? fileBytes(request) + MULTIPART_ENVELOPE : jsonBytes;
    if (request.getLength() > limit) {
      throw new DomainException(CommonCode.TOO_LARGE);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private long fileBytes(ContainerRequestContext request) {
    boolean attachment =
        request.getMethod().equals("POST")
            && request.getUriInfo().getPath().matches("/?attachments/?");
    return attachment ? attachmentBytes : avatarBytes;
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
