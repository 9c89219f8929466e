package dev.parley.administration.monitoring;

/**
 * The figures of this node for the operator's tools, as {@code dev.parley:type=Figures}. Counts
 * begin with the node's start, rates are those of the last ten seconds.
 */
public interface FiguresMXBean {
  int getLiveSessions();

  int getHelloSessions();

  long getQueuedFrames();

  long getQueuedBytes();

  int getFullestQueue();

  double getMessagesPerSecond();

  double getRequestsPerSecond();

  double getConnectionsPerSecond();

  double getDeliveryP50Millis();

  double getDeliveryP99Millis();

  long getMessages();

  long getRequests();

  long getErrors();

  long getConnectionRequests();

  long getConnections();

  long getSignIns();

  long getThrottles();

  long getEventsPushed();

  /** Connections of the database's pool that are in use; -1 when the server does not tell. */
  int getDatabaseActive();

  /** Threads that wait for one; -1 when the server does not tell. */
  int getDatabaseWaiting();

  long getJournalLagEvents();

  long getJournalLagSeconds();
}
