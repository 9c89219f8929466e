package dev.parley.server.http;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Utf8;
import dev.parley.base.request.WellFormedJson;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Lets only text that is UTF-8, and only whole JSON of a sensible depth, reach the binding. */
@Provider
public class JsonBodies implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    MediaType type = body.getMediaType();
    boolean form = MediaType.APPLICATION_FORM_URLENCODED_TYPE.equals(withoutParameters(type));
    boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
    if (form || json || body.getType() == String.class) {
      byte[] bytes = body.getInputStream().readAllBytes();
      if (form) {
        Utf8.checkEncoded(Utf8.text(bytes));
      } else if (body.getType() == String.class) {
        Utf8.text(bytes);
      } else {
        WellFormedJson.check(bytes);
      }
      if (bytes.length > 0 && !form) {
        requireUtf8(type);
      }
      body.setInputStream(new ByteArrayInputStream(bytes));
    }
    return body.proceed();
  }

  private static void requireUtf8(MediaType type) {
    String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw new DomainException(CommonCode.UNSUPPORTED_MEDIA_TYPE, "Text comes as UTF-8 here.");
    }
  }

  private static MediaType withoutParameters(MediaType type) {
    return new MediaType(type.getType(), type.getSubtype());
  }
}
