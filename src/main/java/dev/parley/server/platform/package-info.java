/**
 * What holds the chapters together: the application, migrations, health, threads, the clock, and
 * the verification of tokens; how a server begins and ends.
 */
package dev.parley.server.platform;
