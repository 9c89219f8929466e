package dev.parley.administration.userimport;

/**
 * What became of a line.
 *
 * @param line its number in the file
 * @param outcome created, exists or refused
 * @param code why not, in a word; null for somebody who was created
 * @param passwordResetUrl where they choose their password; null when they got one, or when that
 *     works no longer
 */
public record ImportLine(
    int line,
    String username,
    String outcome,
    String code,
    String message,
    String passwordResetUrl) {}
