package dev.parley.figures;

import dev.parley.live.Latencies;
import dev.parley.live.LiveLoad;
import dev.parley.live.LiveSessions;
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

  private Notes notes;
  private volatile String version = UNVERSIONED;

  @PostConstruct
  void begin() {
    notes = new Notes(note());
  }

  void opened(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
    version = versionOf(application);
  }

  /** Notes how far everything is. */
  void takeNote() {
    notes.add(note());
  }

  private Note note() {
    return new Note(
        System.nanoTime(),
        traffic.counts(),
        sessions.counts().deliveries(),
        JavaMachine.gcMillis());
  }

  /** How far the counts are. */
  Counts counts() {
    return notes.newest().counts();
  }

  /** The node as it is now. */
  NodeFigures figures() {
    Note now = notes.newest();
    Note tenSecondsAgo = notes.before(RATE_SECONDS);
    Note minuteAgo = notes.before(Notes.MINUTE);
    Latencies.Counted deliveries = now.deliveries().since(tenSecondsAgo.deliveries());
    LiveLoad.Now live = load.measure();
    return new NodeFigures(
        JavaMachine.name(),
        JavaMachine.startedAt(),
        version,
        live.sessions(),
        live.hello(),
        new NodeFigures.Queue(live.queuedFrames(), live.queuedBytes(), live.fullest()),
        now.perSecond(tenSecondsAgo, Counts::messages),
        now.perSecond(tenSecondsAgo, Counts::calls),
        now.perSecond(tenSecondsAgo, Counts::connections),
        new NodeFigures.Delivery(
            deliveries.millis(0.5), deliveries.millis(0.99), deliveries.count()),
        now.more(minuteAgo, Counts::signIns),
        now.more(minuteAgo, Counts::throttles),
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
