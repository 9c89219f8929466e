/** Makes the load with little processor time of its own: one thread, WebSocket and HTTP/1.1. */
package dev.parley.bench.client;
