package dev.parley.base.problem;

import jakarta.json.bind.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes problem documents. */
public final class Problems {
  /** The media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private Problems() {}

  /** The HTTP status of a sort of refusal. */
  public static int status(ProblemKind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case GONE -> 410;
      case TOO_SLOW -> 408;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  /** The members of a problem document for a refusal. */
  public static Map<String, Object> document(DomainException e) {
    Map<String, Object> problem =
        document(status(e.code().kind()), e.code().word(), e.code().title(), e.getMessage());
    problem.put("errors", e.errors());
    problem.putAll(e.members());
    return problem;
  }

  /** The members of a problem document. */
  public static Map<String, Object> document(int status, String code, String title, String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("code", code);
    problem.put("errors", List.of());
    return problem;
  }

  /** The document for a status that the container or JAX-RS answers by itself. */
  public static Map<String, Object> ofStatus(int status) {
    return switch (status) {
      case 400 ->
          document(400, "bad_request", "Bad request", "The request could not be understood.");
      case 401 -> document(401, "not_authenticated", "Not authenticated", "Sign in to do this.");
      case 403 -> document(403, "forbidden", "Forbidden", "You may not do this.");
      case 404 -> document(404, "not_found", "Not found", "There is nothing here.");
      case 405 ->
          document(
              405,
              "method_not_allowed",
              "Method not allowed",
              "This path does not know this method.");
      case 406 -> document(406, "not_acceptable", "Not acceptable", "This call answers JSON only.");
      case 413 -> document(413, "too_large", "Too large", "The request is too large.");
      case 414 -> document(414, "too_large", "Too large", "The address is too long.");
      case 415 ->
          document(
              415,
              "unsupported_media_type",
              "Unsupported media type",
              "This content type is not accepted here.");
      case 429 ->
          document(
              429, "too_many_requests", "Too many requests", "Too many requests. Try again later.");
      case 503 ->
          document(
              503,
              "unavailable",
              "Unavailable",
              "The service is not available right now. Try again later.");
      default ->
          status < 500
              ? document(
                  status, "bad_request", "Bad request", "The request could not be understood.")
              : document(
                  status, "internal_error", "Internal error", "Something went wrong on our side.");
    };
  }

  /** A document as JSON text. */
  public static String json(Jsonb jsonb, Map<String, Object> problem) {
    return jsonb.toJson(problem);
  }
}
