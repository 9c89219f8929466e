/**
 * What {@code mvn} runs: a real PostgreSQL, Payara Micro in front of it, and one clear sentence
 * when it cannot.
 */
package dev.parley.launcher;
