/**
 * The figures by which a server is watched: for administrators over REST, for operators as metrics
 * and as an MBean, the same ones everywhere.
 *
 * <p>What happens is counted where it happens, by adders that cost nanoseconds and no lock; once a
 * second {@link dev.parley.administration.monitoring.FigureSampler} notes how far the counts are,
 * and all rates and shares are differences between such notes. Figures are of one node and begin
 * anew when it starts.
 */
package dev.parley.administration.monitoring;
