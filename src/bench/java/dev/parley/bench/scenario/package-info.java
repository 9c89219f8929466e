/** What the servers have to do, one class a scenario. */
package dev.parley.bench.scenario;
