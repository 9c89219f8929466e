/**
 * Tries parsers with inputs that nobody has thought of. A chapter's own test, called {@code
 * …FuzzTest} and tagged {@code fuzz}, names its parser and some sound samples.
 */
package dev.parley.fuzz;
