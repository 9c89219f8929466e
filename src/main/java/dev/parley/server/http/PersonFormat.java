package dev.parley.server.http;

import dev.parley.consent.person.PersonView;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Writes a user as another sees them: whether they are here only for those who may know it. */
final class PersonFormat implements JsonbSerializer<PersonView> {
  @Override
  public void serialize(PersonView person, JsonGenerator generator, SerializationContext context) {
    generator.writeStartObject();
    generator.write("id", person.id().toString());
    generator.write("username", person.username());
    generator.write("display_name", person.displayName());
    if (person.avatarUrl() == null) {
      generator.writeNull("avatar_url");
    } else {
      generator.write("avatar_url", person.avatarUrl());
    }
    generator.write("status_text", person.statusText());
    generator.write("connection", person.connection());
    generator.write("mutual_count", person.mutualCount());
    if (person.presence() != null) {
      context.serialize("presence", person.presence(), generator);
    }
    if (person.switchedOff()) {
      generator.write("switched_off", true);
    }
    generator.writeEnd();
  }
}
