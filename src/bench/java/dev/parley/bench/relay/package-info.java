/**
 * The baseline: a WebSocket endpoint that hands each text frame to the others in its room and does
 * nothing else.
 */
package dev.parley.bench.relay;
