/**
 * How bodies come in and go out: no thread waits for a client.
 *
 * <p>A call begins when its body is whole; a body that hardly moves, or is larger than its kind may
 * be, ends its connection. Large answers go out as fast as their client takes them. Each address
 * has only so many transfers under way.
 */
package dev.parley.server.transfer;
