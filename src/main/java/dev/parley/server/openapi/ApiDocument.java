package dev.parley.server.openapi;

import dev.parley.base.config.ConfigurationKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the OpenAPI document that the server reads from the resources: what every call has in
 * common is said here once.
 */
public class ApiDocument implements OASFilter {
  public static final String BASE = "/chat/api/";
  private static final String SCHEME = "bearer";
  private static final List<String> ACTS = List.of("accept", "reject", "ignore", "withdraw");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    String url =
        ConfigProvider.getConfig().getValue(ConfigurationKey.PUBLIC_URL.key(), String.class);
    document.setServers(List.of(OASFactory.createServer().url(url)));
    ApiSchemas.complete(document.getComponents());
    ApiAnswers.declareProblems(document.getComponents());
    document
        .getComponents()
        .addSecurityScheme(
            SCHEME,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("The access token of a sign-in; it lives for minutes."));
    document.setSecurity(
        List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of())));
    ApiExamples examples = new ApiExamples();
    paths(document).forEach((path, item) -> complete(path, item, examples));
  }

  /** The paths as the protocol writes them: with a slash at the end, each act its own. */
  private static Map<String, PathItem> paths(OpenAPI document) {
    Map<String, PathItem> found = new TreeMap<>();
    document.getPaths().getPathItems().forEach((path, item) -> found.put(tidy(path), item));
    String acts = found.keySet().stream().filter(path -> path.contains("{act")).findFirst().get();
    Operation act = found.remove(acts).getPOST();
    ACTS.forEach(word -> found.put(acts.replaceAll("\\{act[^}]*}", word), one(act, word)));
    Paths paths = OASFactory.createPaths();
    found.forEach(paths::addPathItem);
    document.setPaths(paths);
    return found;
  }

  private static String tidy(String path) {
    return path.endsWith("/") ? path : path + "/";
  }

  private static PathItem one(Operation act, String word) {
    Operation operation =
        OASFactory.createOperation()
            .operationId(word)
            .summary(Character.toUpperCase(word.charAt(0)) + word.substring(1) + " a request")
            .parameters(
                act.getParameters().stream()
                    .filter(parameter -> !parameter.getName().equals("act"))
                    .toList())
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse(
                        "default", act.getResponses().getAPIResponses().get("default")));
    return OASFactory.createPathItem().POST(operation);
  }

  private static void complete(String path, PathItem item, ApiExamples examples) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              ApiCall call = new ApiCall(method.name(), path.substring(BASE.length()), operation);
              operation.setOperationId(call.id());
              operation.setTags(List.of(call.chapter()));
              if (call.isPublic()) {
                operation.setSecurity(List.of(OASFactory.createSecurityRequirement()));
              }
              call.contents().forEach(ApiSchemas::complete);
              ApiBodies.complete(call);
              ApiAnswers.complete(call);
              examples.complete(call);
            });
  }
}
