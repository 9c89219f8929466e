/**
 * The load benchmark: Parley, started as {@code mvn} starts it with every commit on disk, beside a
 * bare WebSocket relay on the same server, under the same load by the same client.
 *
 * <ul>
 *   <li>Figures are processor time and ratios to the relay in the same round; absolute speed only
 *       says something about the machine.
 *   <li>Each scenario is warmed up and then runs in interleaved rounds: Parley, relay, Parley,
 *       relay, …; the report gives minimum, median and maximum of the rounds.
 *   <li>Latency counts from the moment when a message was to be sent, not from when it could be.
 *   <li>Every message must be acknowledged once, delivered once to each receiver and in order;
 *       otherwise the run fails.
 * </ul>
 *
 * <p>{@code client} makes the load, {@code target} are the two servers, {@code scenario} what they
 * have to do, {@code measure} how it is counted, {@code relay} the baseline. It reads {@code /proc}
 * and therefore runs on Linux.
 */
package dev.parley.bench;
