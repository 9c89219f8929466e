/** How it is counted: processor time, latency from the intended time, and spreads of rounds. */
package dev.parley.bench.measure;
