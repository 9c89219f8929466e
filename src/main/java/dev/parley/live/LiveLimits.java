package dev.parley.live;

import io.github.bucket4j.Bucket;
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

  /** A bucket of frames for one session; null without a limit. */
  Bucket bucket() {
    return framesPerSecond == 0
        ? null
        : Bucket.builder()
            .addLimit(
                limit -> limit.capacity(burst).refillGreedy(framesPerSecond, Duration.ofSeconds(1)))
            .build();
  }

  int frames() {
    return frames;
  }

  int bytes() {
    return bytes;
  }

  int sessionsPerUser() {
    return sessionsPerUser;
  }

  Duration heartbeat() {
    return heartbeat;
  }
}
