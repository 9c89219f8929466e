package dev.parley.administration.userimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import and how far it has come.
 *
 * @param state running, done, or failed when it was broken off
 * @param done lines that were looked at, whatever became of them
 * @param failed those of them that were refused
 * @param nextLine after which line to go on reading the report; null when this was all so far
 */
public record ImportJob(
    UUID id,
    String state,
    int total,
    int done,
    int failed,
    List<ImportLine> lines,
    Integer nextLine,
    Instant createdAt) {}
