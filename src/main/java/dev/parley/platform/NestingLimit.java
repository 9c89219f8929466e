package dev.parley.platform;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses bodies that are nested more deeply than the parser can follow. */
@Provider
public class NestingLimit implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    try {
      return body.proceed();
    } catch (StackOverflowError e) {
      throw new DomainException(CommonCode.BAD_REQUEST, "This is nested too deeply.");
    }
  }
}
