package dev.parley.administration.audit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** A line of the audit log. */
public record AuditLine(
    UUID id,
    Instant at,
    String actor,
    String act,
    String target,
    String reason,
    String address,
    String outcome,
    JsonObject detail) {}
