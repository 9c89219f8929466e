package dev.parley.administration.monitoring;

import dev.parley.base.payara.DatabasePool;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The figures as an MBean. It is asked by threads that know nothing of the application, so it shows
 * what it was told last.
 */
final class ShownFigures implements FiguresMXBean {
  private volatile NodeFigures node;
  private volatile Counters counts;

  ShownFigures(NodeFigures node, Counters counts) {
    follow(node, counts);
  }

  void follow(NodeFigures newNode, Counters newCounts) {
    node = newNode;
    counts = newCounts;
  }

  @Override
  public int getLiveSessions() {
    return node.liveSessions();
  }

  @Override
  public int getHelloSessions() {
    return node.helloSessions();
  }

  @Override
  public long getQueuedFrames() {
    return node.queue().frames();
  }

  @Override
  public long getQueuedBytes() {
    return node.queue().bytes();
  }

  @Override
  public int getFullestQueue() {
    return node.queue().fullest();
  }

  @Override
  public double getMessagesPerSecond() {
    return node.messagesPerSecond();
  }

  @Override
  public double getRequestsPerSecond() {
    return node.requestsPerSecond();
  }

  @Override
  public double getConnectionsPerSecond() {
    return node.connectionsPerSecond();
  }

  @Override
  public double getDeliveryP50Millis() {
    return node.deliveryMs().p50();
  }

  @Override
  public double getDeliveryP99Millis() {
    return node.deliveryMs().p99();
  }

  @Override
  public long getMessages() {
    return counts.messages();
  }

  @Override
  public long getRequests() {
    return counts.calls();
  }

  @Override
  public long getErrors() {
    return counts.errors();
  }

  @Override
  public long getConnectionRequests() {
    return counts.requests();
  }

  @Override
  public long getConnections() {
    return counts.connections();
  }

  @Override
  public long getSignIns() {
    return counts.signIns();
  }

  @Override
  public long getThrottles() {
    return counts.throttles();
  }

  @Override
  public long getEventsPushed() {
    return counts.events();
  }

  @Override
  public int getDatabaseActive() {
    return database(DatabasePool.PoolUsage::active);
  }

  @Override
  public int getDatabaseWaiting() {
    return database(DatabasePool.PoolUsage::waiting);
  }

  private int database(ToIntFunction<DatabasePool.PoolUsage> what) {
    return Optional.ofNullable(node.database()).map(what::applyAsInt).orElse(-1);
  }

  @Override
  public long getJournalLagEvents() {
    return node.journalLag().slowestEvents();
  }

  @Override
  public long getJournalLagSeconds() {
    return node.journalLag().slowestSeconds();
  }
}
