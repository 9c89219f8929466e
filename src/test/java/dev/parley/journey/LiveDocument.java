package dev.parley.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * The AsyncAPI document that a server gives out, as a judge of frames. It is stricter than the
 * document is to clients: a member that it does not describe is a fault.
 */
public final class LiveDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MESSAGES = "/components/messages/";

  private final ObjectNode document;
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  private LiveDocument(ObjectNode document) {
    this.document = document;
    close(document.at("/components"));
  }

  public static LiveDocument of(ParleyServer server) {
    Response yaml = new People(server).administrator().get("/asyncapi.yaml");
    yaml.then().statusCode(200);
    return of(yaml.asString());
  }

  public static LiveDocument of(String yaml) {
    Map<String, Object> document = new Yaml().load(yaml);
    return new LiveDocument(JSON.valueToTree(document));
  }

  /** Nothing but what is described. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.has("properties")
        && object.has("type")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(LiveDocument::close);
  }

  /** What is wrong with a frame, each fault as a sentence; nothing for one that is as described. */
  public List<String> faults(String frame) {
    try {
      JsonNode read = JSON.readTree(frame);
      String name = read.path("type").asText(read.path("action").asText());
      if (document.at(MESSAGES + name).isMissingNode()) {
        return List.of("a frame that the document does not know: " + frame);
      }
      return schema(name).validate(read).stream()
          .map(ValidationMessage::getMessage)
          .map(fault -> name + ": " + fault + " in " + frame)
          .toList();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return List.of("no JSON: " + frame);
    }
  }

  private JsonSchema schema(String message) {
    return schemas.computeIfAbsent(
        message,
        name -> {
          ObjectNode whole = JSON.createObjectNode();
          whole.set("components", document.get("components"));
          whole.putArray("allOf").addObject().put("$ref", "#" + MESSAGES + name + "/payload");
          SchemaValidatorsConfig config =
              SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
          return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(whole, config);
        });
  }

  /** The frames that the server sends. */
  public Set<String> types() {
    return named("type");
  }

  /** The frames that clients send. */
  public Set<String> actions() {
    return named("action");
  }

  private Set<String> named(String member) {
    Set<String> names = new TreeSet<>();
    document
        .at("/components/messages")
        .properties()
        .forEach(
            message -> {
              if (!message.getValue().at("/payload/properties/" + member).isMissingNode()
                  && message.getValue().at("/payload/properties/" + member).has("const")) {
                names.add(message.getKey());
              }
            });
    return names;
  }

  public Set<String> events() {
    return kinds("event");
  }

  public Set<String> signals() {
    return kinds("signal");
  }

  private Set<String> kinds(String message) {
    return StreamSupport.stream(
            document.at(MESSAGES + message + "/payload/oneOf").spliterator(), false)
        .flatMap(
            kind ->
                StreamSupport.stream(
                    kind.at("/properties/" + message + "/enum").spliterator(), false))
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
