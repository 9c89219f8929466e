/**
 * Finding people: the directory, the four lists, and why somebody can or cannot be reached.
 *
 * <p>The directory shows discoverable people who stand in no live relation to the viewer and do not
 * block them.
 */
package dev.parley.consent.people;
