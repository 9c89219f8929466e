package dev.parley.bench.measure;

import java.time.Duration;

/** Processor time used so far, by the server, by its database and by the load's own client. */
public record CpuTime(Duration server, Duration database, Duration client) {

  public CpuTime minus(CpuTime earlier) {
    return new CpuTime(
        server.minus(earlier.server),
        database.minus(earlier.database),
        client.minus(earlier.client));
  }
}
