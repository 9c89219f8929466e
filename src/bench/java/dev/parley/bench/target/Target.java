package dev.parley.bench.target;

import dev.parley.bench.client.ClientSocket;
import dev.parley.bench.client.LoadClient;
import dev.parley.bench.measure.CpuTime;
import java.util.List;

/** A server under load. */
public interface Target extends AutoCloseable {

  /** How the report calls it. */
  String name();

  boolean hasDatabase();

  LoadClient client();

  /** The processor time used so far. */
  CpuTime cpu();

  /** The server's memory after a full collection. */
  Memory memory();

  /** Opens this many direct conversations, one side of which sends. */
  Exchanges pairs(int count);

  /** Opens one conversation of this many members, one of whom sends. */
  Exchanges room(int members);

  /** Opens sessions of this many pairs of people who are not connected. */
  Acquaintances acquaintances(int pairs);

  /** Opens sessions of this many people, who then do nothing. */
  List<ClientSocket> idleSessions(int count);

  @Override
  void close();

  /** Memory of a server process in KiB: resident, and live objects on the heap. */
  record Memory(long resident, long heap) {}
}
