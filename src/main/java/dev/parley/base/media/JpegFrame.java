package dev.parley.base.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows a JPEG's size and components, and so how many blocks of 8 × 8 samples a decoder visits for
 * each scan, be the scan empty.
 */
record JpegFrame(int width, int height, List<Component> components) {
  private static final int BLOCK = 8;

  /** What beginning a scan costs by itself, in blocks. */
  private static final int EACH_SCAN = 1000;

  /** A component with how often it is sampled in each unit, across and down. */
  private record Component(int id, int across, int down) {}

  /** Whether this marker begins a frame, of whatever process. */
  static boolean isBegunBy(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  static JpegFrame read(byte[] file, int from) throws IOException {
    int height = (file[from + 1] & 0xff) << 8 | file[from + 2] & 0xff;
    int width = (file[from + 3] & 0xff) << 8 | file[from + 4] & 0xff;
    int count = file[from + 5] & 0xff;
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = from + 6 + 3 * i;
      int sampling = file[at + 1] & 0xff;
      components.add(new Component(file[at] & 0xff, sampling >> 4, sampling & 0xf));
    }
    if (components.stream().anyMatch(each -> each.across < 1 || each.down < 1)) {
      throw new IOException("A component without a sample");
    }
    return new JpegFrame(width, height, components);
  }

  /** The blocks of the scan whose header begins here. */
  long blocksOfScan(byte[] file, int from) {
    int count = file[from] & 0xff;
    long blocks = EACH_SCAN;
    for (int i = 0; i < count; i++) {
      blocks += blocksOf(file[from + 1 + 2 * i] & 0xff);
    }
    return blocks;
  }

  private long blocksOf(int id) {
    int across = components.stream().mapToInt(Component::across).max().orElse(1);
    int down = components.stream().mapToInt(Component::down).max().orElse(1);
    return components.stream()
        .filter(each -> each.id == id)
        .mapToLong(each -> blocks(width, each.across, across) * blocks(height, each.down, down))
        .sum();
  }

  private static long blocks(int size, int sampled, int most) {
    return ((long) size * sampled + (long) BLOCK * most - 1) / ((long) BLOCK * most);
  }
}
