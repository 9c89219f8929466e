/**
 * What reaches into the server by the names of its own classes, one class for each trap.
 *
 * <p>The server offers no interface for these things, and its classes change with its version. So
 * each class here says what it works around, has a test that fails without it, and does nothing
 * when what it looks for is gone.
 */
package dev.parley.base.payara;
