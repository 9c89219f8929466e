package dev.parley.reach.live;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.problem.Outage;
import dev.parley.base.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The frames that answer a client's frame. */
@ApplicationScoped
public class ReplyFrames {
  private static final Logger LOG = Logger.getLogger(ReplyFrames.class.getName());

  @Inject private LiveSessions sessions;
  @Inject private Jsonb jsonb;

  /** Says that what the frame asked for is done, with what came of it. */
  String ack(String id, Object data) {
    Map<String, Object> ack = new LinkedHashMap<>();
    ack.put("type", "ack");
    ack.put("id", id);
    ack.put("data", data);
    return jsonb.toJson(ack);
  }

  /** The same with what is JSON already. */
  String ackWithJson(String id, String data) {
    return "{\"type\":\"ack\",\"id\":"
        + (id == null ? "null" : jsonb.toJson(id))
        + ",\"data\":"
        + data
        + "}";
  }

  /** Says why not; of what was not foreseen it tells nothing. */
  String error(String id, Throwable thrown) {
    if (thrown instanceof DomainException refusal) {
      if (refusal.code().kind() == ProblemKind.TOO_MANY) {
        sessions.counts().throttled();
      }
      return error(id, refusal.code().word(), refusal.getMessage(), refusal.members());
    }
    if (Outage.isBehind(thrown)) {
      Outage.log(LOG, thrown);
      return error(id, new DomainException(CommonCode.UNAVAILABLE));
    }
    LOG.log(Level.SEVERE, "An action failed unexpectedly", thrown);
    return error(id, "internal_error", "Something went wrong on our side.", Map.of());
  }

  private String error(String id, String code, String message, Map<String, Object> members) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", "error");
    if (id != null) {
      error.put("id", id);
    }
    error.put("code", code);
    error.put("message", message);
    error.putAll(members);
    return jsonb.toJson(error);
  }
}
