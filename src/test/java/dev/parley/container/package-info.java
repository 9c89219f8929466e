/**
 * Tests inside the server: the application's own beans, transactions and executors, on a real
 * PostgreSQL, all in one deployment.
 */
package dev.parley.container;
