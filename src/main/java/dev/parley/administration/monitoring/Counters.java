package dev.parley.administration.monitoring;

import dev.parley.reach.webpush.PushTally;

/**
 * How often things have happened since the node started.
 *
 * @param calls calls of the API
 * @param errors calls that failed on our side
 * @param messages messages sent
 * @param requests connection requests sent
 * @param connections connections that came about
 * @param signIns sign-ins opened
 * @param throttles refusals because it was too much, over REST and live
 * @param events events pushed to live sessions
 * @param streamsMended streams of live sessions that stood and were made to go on
 * @param pushes pushes to browsers
 */
record Counters(
    long calls,
    long errors,
    long messages,
    long requests,
    long connections,
    long signIns,
    long throttles,
    long events,
    long streamsMended,
    PushTally.Counts pushes) {}
