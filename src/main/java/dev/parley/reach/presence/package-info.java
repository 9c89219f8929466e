/**
 * Who is here, and who is typing: live signals that are not kept.
 *
 * <p>Each live session holds a lease that says online or away. When the session is over its lease
 * runs on for a grace, counted from the last sign of life, so that a reload is not seen and a
 * connection that fell silent is not waited for twice. Somebody is online while any lease says so,
 * away while all leases say away, offline when none is left; then the time they were last seen is
 * kept in the database, the only thing here that is.
 *
 * <pre>
 *   session opens → online ⇄ away (the session says) → session over → grace → offline
 * </pre>
 *
 * <p>A few times a second one round tells what has changed to the mutual connections of those it
 * concerns: to nobody else, and only while the person shows it. A connection that is made tells
 * both sides at once; one that has ended tells neither anything more. Somebody whose client has
 * just said hello is told of all their connections who are here: the others are offline.
 *
 * <p>Leases are behind an interface. One node keeps them in its memory; several nodes share them by
 * the data grid, which the interface is cut for.
 */
package dev.parley.reach.presence;
