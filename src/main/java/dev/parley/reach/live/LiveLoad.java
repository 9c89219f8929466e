package dev.parley.reach.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How many live sessions this node has, what waits for them and how far they are behind. */
@ApplicationScoped
public class LiveLoad {
  @Inject private LiveSessions sessions;

  private volatile Lag slowest = Lag.NONE;

  /**
   * The load at a moment.
   *
   * @param hello sessions that have said hello
   * @param users people with a session
   * @param queuedFrames frames that wait, for all sessions together
   * @param queuedBytes their bytes
   * @param fullest frames that wait for the session with the most of them
   * @param slowest the worst lag when live sessions were last swept
   */
  public record Now(
      int sessions,
      int hello,
      int users,
      long queuedFrames,
      long queuedBytes,
      int fullest,
      Lag slowest) {}

  /** The load of now. */
  public Now measure() {
    List<LiveSession> all = sessions.all();
    int hello = 0;
    long frames = 0;
    long bytes = 0;
    int fullest = 0;
    for (LiveSession session : all) {
      Outbound.Depth depth = session.depth();
      hello += session.hasSaidHello() ? 1 : 0;
      frames += depth.frames();
      bytes += depth.bytes();
      fullest = Math.max(fullest, depth.frames());
    }
    int users = (int) all.stream().map(LiveSession::user).distinct().count();
    return new Now(all.size(), hello, users, frames, bytes, fullest, slowest);
  }

  /** Notes the lag of the session that is furthest behind. */
  void slowestIs(Lag lag) {
    slowest = lag;
  }
}
