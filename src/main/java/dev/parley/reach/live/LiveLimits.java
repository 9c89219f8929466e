package dev.parley.reach.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much a live session may send and leave waiting, and how many a user may have. */
@ApplicationScoped
public class LiveLimits {
  @Inject
  @ConfigProperty(name = "parley.limits.frames-per-second")
  private int framesPerSecond;

  @Inject
  @ConfigProperty(name = "parley.limits.frames-burst")
  private int burst;

  @Inject
  @ConfigProperty(name = "parley.limits.outbound-frames")
  private int frames;

  @Inject
  @ConfigProperty(name = "parley.limits.outbound-bytes")
  private int bytes;

  @Inject
  @ConfigProperty(name = "parley.limits.live-sessions-per-user")
  private int sessionsPerUser;

  @Inject
  @ConfigProperty(name = "parley.live.heartbeat")
  private Duration heartbeat;

  /** How fast one session may send. */
  FrameRate frameRate() {
    return framesPerSecond == 0 ? FrameRate.UNLIMITED : new FrameRate(framesPerSecond, burst);
  }

  /** How much may wait for one session. */
  Outbound.Bounds outbound() {
    return new Outbound.Bounds(frames, bytes);
  }

  int sessionsPerUser() {
    return sessionsPerUser;
  }

  Duration heartbeat() {
    return heartbeat;
  }
}
