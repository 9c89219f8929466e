/** A function of two texts that keeps its newest results, and makes each of them once. */
export function remembering<T>(most: number, make: (one: string, other: string) => T) {
  const kept = new Map<string, T>();
  return (one: string, other: string): T => {
    const key = `${other}\n${one}`;
    const result = kept.get(key) ?? make(one, other);
    kept.delete(key);
    kept.set(key, result);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return result;
  };
}
