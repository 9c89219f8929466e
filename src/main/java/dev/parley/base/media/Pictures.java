package dev.parley.base.media;

import dev.parley.base.problem.DomainException;
import dev.parley.base.request.ConcurrencyLimiter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes avatars and thumbnails of what people upload, one picture after the other. */
@ApplicationScoped
public class Pictures {
  private static final int AT_ONCE = 1;
  private static final int MOST_WAITING = 32;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  @Inject
  @ConfigProperty(name = "parley.limits.picture-time")
  private Duration longest;

  @Inject
  @ConfigProperty(name = "parley.limits.pictures-at-once")
  private int mostOfOne;

  private ConcurrencyLimiter<UUID> limiter;
  private SmallPictures small;

  @PostConstruct
  void prepare() {
    limiter = new ConcurrencyLimiter<>(AT_ONCE, mostOfOne, MOST_WAITING, LONGEST_WAIT);
    small = new SmallPictures(longest);
  }

  /**
   * A person's picture, or one for a group, as a square PNG of our own making.
   *
   * @throws DomainException {@code not_an_image}, {@code busy}
   */
  public byte[] square(UUID person, byte[] file) {
    return inTurn(
        person,
        () -> {
          try {
            return small.square(PictureFile.read(file));
          } catch (IOException e) {
            throw new DomainException(MediaCode.NOT_AN_IMAGE);
          }
        });
  }

  /**
   * Does what holds a picture in memory when it is the person's turn.
   *
   * @throws DomainException {@code busy}
   */
  public <T> T inTurn(UUID person, Supplier<T> work) {
    return limiter.run(person, work);
  }

  /** The thumbnail of a picture, within its owner's turn; nothing for one that costs too much. */
  public Optional<Thumbnail> thumbnail(PictureFile picture) {
    try {
      return Optional.of(small.thumbnail(picture));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
