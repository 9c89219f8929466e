/** Black-box journeys: people act on a real server over HTTP and WebSocket, as any client would. */
package dev.parley.journey;
