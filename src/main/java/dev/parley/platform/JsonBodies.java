package dev.parley.platform;

import dev.parley.caller.WellFormedJson;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Lets only whole JSON of a sensible depth reach the binding. */
@Provider
public class JsonBodies implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    if (MediaType.APPLICATION_JSON_TYPE.isCompatible(body.getMediaType())
        && body.getType() != String.class) {
      byte[] json = body.getInputStream().readAllBytes();
      WellFormedJson.check(json);
      body.setInputStream(new ByteArrayInputStream(json));
    }
    return body.proceed();
  }
}
