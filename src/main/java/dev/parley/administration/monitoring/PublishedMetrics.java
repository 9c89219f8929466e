package dev.parley.administration.monitoring;

import dev.parley.base.payara.DatabasePool;
import dev.parley.reach.webpush.PushTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the node's figures as metrics, for Prometheus and whatever reads its format. */
@ApplicationScoped
public class PublishedMetrics {
  @Inject private MetricRegistry registry;

  private volatile NodeFigures node;
  private Counters told = new Counters(0, 0, 0, 0, 0, 0, 0, 0, 0, new PushTally.Counts(0, 0, 0));

  /** Everything that goes up and down; what only goes up follows the notes. */
  void publish(NodeFigures figures) {
    node = figures;
    gauge("parley_live_sessions", "Open live sessions", NodeFigures::liveSessions);
    gauge("parley_hello_sessions", "Live sessions after hello", NodeFigures::helloSessions);
    gauge("parley_queue_frames", "Frames that wait for live sessions", n -> n.queue().frames());
    gauge("parley_queue_bytes", "Bytes that wait for live sessions", n -> n.queue().bytes());
    gauge(
        "parley_queue_fullest_frames",
        "Frames that wait for the session with the most of them",
        n -> n.queue().fullest());
    gauge(
        "parley_delivery_seconds",
        "From commit to socket, in the last ten seconds",
        n -> n.deliveryMs().p50() / 1_000,
        new Tag("quantile", "0.5"));
    gauge(
        "parley_delivery_seconds",
        "From commit to socket, in the last ten seconds",
        n -> n.deliveryMs().p99() / 1_000,
        new Tag("quantile", "0.99"));
    gauge(
        "parley_journal_lag_events",
        "Events that the slowest live session has not got",
        n -> n.journalLag().slowestEvents());
    gauge(
        "parley_journal_lag_seconds",
        "For how long the slowest live session has missed one",
        n -> n.journalLag().slowestSeconds());
    database("active", DatabasePool.PoolUsage::active);
    database("idle", DatabasePool.PoolUsage::idle);
    database("waiting", DatabasePool.PoolUsage::waiting);
    database("max", DatabasePool.PoolUsage::max);
  }

  private void database(String state, ToDoubleFunction<DatabasePool.PoolUsage> what) {
    gauge(
        "parley_database_connections",
        "The pool of database connections, and threads that wait for one",
        n -> Optional.ofNullable(n.database()).map(what::applyAsDouble).orElse(Double.NaN),
        new Tag("state", state));
  }

  private void gauge(String name, String meaning, ToDoubleFunction<NodeFigures> what, Tag... tags) {
    registry.gauge(described(name, meaning), () -> what.applyAsDouble(node), tags);
  }

  /** Shows these figures from now on, and brings the counters up to these counts. */
  void follow(NodeFigures figures, Counters now) {
    node = figures;
    count("parley_events_pushed", "Events pushed to live sessions", now, Counters::events);
    count("parley_streams_mended", "Streams that stood and went on", now, Counters::streamsMended);
    count("parley_messages", "Messages sent", now, Counters::messages);
    count("parley_requests", "Calls of the API", now, Counters::calls);
    count("parley_errors", "Calls that failed on the server's side", now, Counters::errors);
    count("parley_connection_requests", "Connection requests sent", now, Counters::requests);
    count("parley_connections", "Connections that came about", now, Counters::connections);
    count("parley_sign_ins", "Sign-ins opened", now, Counters::signIns);
    count("parley_throttles", "Refusals because it was too much", now, Counters::throttles);
    count("parley_pushes_sent", "Pushes taken by their service", now, n -> n.pushes().sent());
    count("parley_pushes_failed", "Pushes given up", now, n -> n.pushes().failed());
    count("parley_pushes_dropped", "Pushes for which no room was", now, n -> n.pushes().dropped());
    told = now;
  }

  private void count(String name, String meaning, Counters now, ToLongFunction<Counters> what) {
    registry.counter(described(name, meaning)).inc(what.applyAsLong(now) - what.applyAsLong(told));
  }

  private static Metadata described(String name, String meaning) {
    return Metadata.builder().withName(name).withDescription(meaning).build();
  }
}
