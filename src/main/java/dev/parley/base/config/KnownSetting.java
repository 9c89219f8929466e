package dev.parley.base.config;

import java.util.List;
import java.util.function.Predicate;

/**
 * A key of the configuration whose value administrators may change.
 *
 * @param kind text, number, boolean, choice or duration
 * @param choices the values of a choice; null for other kinds
 * @param wanted what a value looks like
 * @param accepts whether a text is such a value
 */
public record KnownSetting(
    String key,
    String defaultValue,
    String meaning,
    String kind,
    List<String> choices,
    String wanted,
    Predicate<String> accepts) {}
