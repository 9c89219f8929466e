interface Kept {
  url: Promise<string>;
  size: number;
}

const MOST_FILES = 200;
const MOST_BYTES = 64 * 1024 * 1024;

/** Files that were fetched, by their path; those that were asked for last stay, up to a number and a size. */
export class FileCache {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly fetchFile: (path: string) => Promise<Blob>) {}

  get(path: string): Promise<string> {
    const known = this.kept.get(path) ?? this.load(path);
    // What is asked for is the newest again.
    this.kept.delete(path);
    this.kept.set(path, known);
    return known.url;
  }

  private load(path: string): Kept {
    const loading: Kept = {
      size: 0,
      url: this.fetchFile(path).then((blob) => {
        loading.size = blob.size;
        this.shrink(path);
        return URL.createObjectURL(blob);
      }),
    };
    loading.url.catch(() => this.kept.delete(path));
    return loading;
  }

  private shrink(newest: string) {
    let bytes = [...this.kept.values()].reduce((sum, each) => sum + each.size, 0);
    for (const [path, { url, size }] of this.kept) {
      if (this.kept.size <= MOST_FILES && bytes <= MOST_BYTES) return;
      // One that is still coming has no size yet, and nobody has seen it.
      if (path === newest || size === 0) continue;
      this.kept.delete(path);
      bytes -= size;
      void url.then((address) => URL.revokeObjectURL(address)).catch(() => undefined);
    }
  }
}
