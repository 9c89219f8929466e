const UNITS = ['B', 'KiB', 'MiB', 'GiB'];

/** An amount of bytes in a few characters. */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** step;
  return `${amount < 10 && step > 0 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[step] ?? ''}`;
}
