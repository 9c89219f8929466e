package dev.parley.server.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The JSON of the wire: snake_case, nulls written, times in RFC 3339 UTC with milliseconds; what is
 * read must have its type.
 */
@Provider
@ApplicationScoped
public class JsonFormat implements ContextResolver<Jsonb> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig()
              .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
              .withNullValues(true)
              .withSerializers(new InstantSerializer(), new PersonFormat())
              .withDeserializers(
                  new StrictJson.Text(),
                  new StrictJson.Truth(),
                  new StrictJson.WholeNumber(),
                  new StrictJson.LargeNumber()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }

  /** The same JSON for what does not go through JAX-RS. */
  @Produces
  @ApplicationScoped
  Jsonb jsonb() {
    return jsonb;
  }

  /** Writes an instant as the protocol wants it. */
  public static class InstantSerializer implements JsonbSerializer<Instant> {
    @Override
    public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
      generator.write(TIME.format(instant));
    }
  }
}
