package dev.parley.platform;

import dev.parley.problem.CommonCode;
import dev.parley.problem.DomainException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;

/** Reads the body of a partial change, which is an object and nothing else that JSON knows. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonObjectReader implements MessageBodyReader<JsonObject> {
  private static final int DEPTH = 64;

  private final JsonReaderFactory readers =
      Json.createReaderFactory(Map.of("org.eclipse.parsson.maxDepth", DEPTH));

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == JsonObject.class;
  }

  @Override
  public JsonObject readFrom(
      Class<JsonObject> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    try (JsonReader reader = readers.createReader(body)) {
      if (reader.readValue() instanceof JsonObject object) {
        return object;
      }
    } catch (DomainException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new DomainException(
          CommonCode.BAD_REQUEST, "This is no JSON, or it is nested too deeply.");
    }
    throw new DomainException(CommonCode.BAD_REQUEST, "This call needs a JSON object as its body.");
  }
}
