package dev.parley.administration.monitoring;

import dev.parley.base.payara.DatabasePool;
import dev.parley.reach.live.DeliveryTimes;
import dev.parley.reach.live.LiveLoad;
import dev.parley.reach.live.LiveSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** What can be said of the node that this is. */
@ApplicationScoped
public class ThisNode {
  private static final int RATE_SECONDS = 10;
  private static final String UNVERSIONED = "unversioned";
  private static final String MANIFEST = "/META-INF/MANIFEST.MF";

  @Inject private Traffic traffic;
  @Inject private LiveLoad load;
  @Inject private LiveSessions sessions;
  @Inject private DatabasePool pool;

  private RecentSamples notes;
  private volatile String version = UNVERSIONED;

  @PostConstruct
  void begin() {
    notes = new RecentSamples(note());
  }

  void opened(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
    version = versionOf(application);
  }

  /** Notes how far everything is. */
  void takeNote() {
    notes.add(note());
  }

  private Sample note() {
    return new Sample(
        System.nanoTime(),
        traffic.counts(),
        sessions.counts().deliveries(),
        JavaMachine.gcMillis());
  }

  /** How far the counts are. */
  Counters counts() {
    return notes.newest().counts();
  }

  /** The node as it is now. */
  NodeFigures figures() {
    Sample now = notes.newest();
    Sample tenSecondsAgo = notes.before(RATE_SECONDS);
    Sample minuteAgo = notes.before(RecentSamples.MINUTE);
    DeliveryTimes.CountedTimes deliveries = now.deliveries().since(tenSecondsAgo.deliveries());
    LiveLoad.Now live = load.measure();
    return new NodeFigures(
        JavaMachine.name(),
        JavaMachine.startedAt(),
        version,
        live.sessions(),
        live.hello(),
        new NodeFigures.Queue(live.queuedFrames(), live.queuedBytes(), live.fullest()),
        now.perSecond(tenSecondsAgo, Counters::messages),
        now.perSecond(tenSecondsAgo, Counters::calls),
        now.perSecond(tenSecondsAgo, Counters::connections),
        new NodeFigures.Delivery(
            deliveries.millis(0.5), deliveries.millis(0.99), deliveries.count()),
        now.more(minuteAgo, Counters::signIns),
        now.more(minuteAgo, Counters::throttles),
        pool.read().orElse(null),
        JavaMachine.now(now.gcMillis() - minuteAgo.gcMillis()),
        new NodeFigures.JournalLag(live.slowest().events(), live.slowest().seconds()));
  }

  /** People with a live session. */
  int usersOnline() {
    return load.measure().users();
  }

  private static String versionOf(ServletContext application) {
    try (InputStream in = application.getResourceAsStream(MANIFEST)) {
      return Optional.ofNullable(in == null ? null : new Manifest(in))
          .map(manifest -> manifest.getMainAttributes())
          .map(main -> main.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
          .orElse(UNVERSIONED);
    } catch (IOException e) {
      return UNVERSIONED;
    }
  }
}
