package dev.parley.platform;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import dev.parley.setting.RunTimeSettings;
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
  @ConfigProperty(name = "parley.limits.import-bytes")
  private int importBytes;

  @Inject private RunTimeSettings settings;

  @Override
  public void filter(ContainerRequestContext request) {
    String type = String.valueOf(request.getHeaderString("Content-Type"));
    boolean file = type.startsWith("multipart/") || type.startsWith("text/csv");
    long limit = file ? fileBytes(request) + MULTIPART_ENVELOPE : jsonBytes;
    if (request.getLength() > limit) {
      throw new DomainException(CommonCode.TOO_LARGE);
    }
    request.setEntityStream(new Limited(request.getEntityStream(), limit));
  }

  private long fileBytes(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (!request.getMethod().equals("POST")) {
      return avatarBytes;
    }
    if (path.matches("/?attachments/?")) {
      return settings.number("parley.limits.attachment-bytes");
    }
    return path.matches("/?admin/users/import/?") ? importBytes : avatarBytes;
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
