/** The servers under load, and what a scenario can ask of either. */
package dev.parley.bench.target;
