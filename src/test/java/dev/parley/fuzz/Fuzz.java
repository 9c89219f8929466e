package dev.parley.fuzz;

import dev.parley.base.problem.DomainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Feeds a parser with mutations of sound inputs. It may take one or refuse it as the domain does;
 * anything else that it throws, and an input that costs too much time or memory, is a find: the
 * input is kept in {@code target/fuzz}, and its seed is told.
 *
 * <p>In every build each parser gets the same inputs. With {@code -Dfuzz.seconds=300} each gets new
 * ones for so long; with {@code -Dfuzz.seed} the ones of that seed.
 */
public final class Fuzz {
  private static final int INPUTS = 800;
  private static final long SEED = 20_261_201;
  private static final Path FINDS = Path.of("target", "fuzz");

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Takes an input. */
  public interface Parser {
    void parse(byte[] input) throws IOException;
  }

  private final String name;
  private final List<byte[]> samples;
  private Duration longest = Duration.ofSeconds(1);
  private long most = 64L << 20;

  private Fuzz(String name, List<byte[]> samples) {
    this.name = name;
    this.samples = samples;
  }

  /** Inputs like these. */
  public static Fuzz like(String name, byte[]... samples) {
    return new Fuzz(name, List.of(samples));
  }

  /** Inputs like these texts. */
  public static Fuzz like(String name, String... samples) {
    return new Fuzz(
        name, Arrays.stream(samples).map(each -> each.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** What one input may cost: time of the processor, and megabytes taken in all. */
  public Fuzz within(Duration time, int megabytes) {
    longest = time;
    most = (long) megabytes << 20;
    return this;
  }

  /** Finds nothing, or fails. */
  public void feeds(Parser parser) {
    long seconds = Long.getLong("fuzz.seconds", 0);
    long seed = Long.getLong("fuzz.seed", seconds > 0 ? System.nanoTime() : SEED);
    System.out.println("fuzz " + name + ": -Dfuzz.seed=" + seed);
    Mutator mutator = new Mutator(new Random(seed), samples);
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    for (byte[] sample : samples) {
      feed(parser, sample, seed);
    }
    for (int i = 0; seconds > 0 ? System.nanoTime() < end : i < INPUTS; i++) {
      feed(parser, mutator.next(), seed);
    }
  }

  private void feed(Parser parser, byte[] input, long seed) {
    long time = THREADS.getCurrentThreadCpuTime();
    long memory = THREADS.getCurrentThreadAllocatedBytes();
    try {
      parser.parse(input);
    } catch (DomainException | IOException e) {
      // refused
    } catch (RuntimeException | Error e) {
      throw new AssertionError(found(input, seed, e.toString()), e);
    }
    Duration spent = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time);
    long taken = THREADS.getCurrentThreadAllocatedBytes() - memory;
    if (spent.compareTo(longest) > 0 || taken > most) {
      throw new AssertionError(found(input, seed, spent + " and " + taken + " bytes"));
    }
  }

  private String found(byte[] input, long seed, String what) {
    Path file = FINDS.resolve(name + "-" + Integer.toHexString(Arrays.hashCode(input)));
    try {
      Files.createDirectories(FINDS);
      Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "%s: %s of %d bytes in %s, -Dfuzz.seed=%d"
        .formatted(name, what, input.length, file, seed);
  }
}
