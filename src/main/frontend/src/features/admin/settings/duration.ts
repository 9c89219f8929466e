/** A length of time as it is set: so many of a unit. */
export interface Duration {
  amount: number;
  unit: Unit;
}

export type Unit = 'seconds' | 'minutes' | 'hours' | 'days';

export const UNITS: Unit[] = ['seconds', 'minutes', 'hours', 'days'];

const SHAPES: [Unit, RegExp][] = [
  ['days', /^P(\d+)D$/],
  ['hours', /^PT(\d+)H$/],
  ['minutes', /^PT(\d+)M$/],
  ['seconds', /^PT(\d+)S$/],
];

/** Reads a duration as the server writes it (ISO 8601); null for one of several units, which stays text. */
export function readDuration(iso: string): Duration | null {
  for (const [unit, shape] of SHAPES) {
    const found = shape.exec(iso.trim().toUpperCase());
    if (found) return { amount: Number(found[1]), unit };
  }
  return null;
}

export function writeDuration({ amount, unit }: Duration): string {
  const letter = unit[0]?.toUpperCase() ?? '';
  return unit === 'days' ? `P${amount}D` : `PT${amount}${letter}`;
}

/** A duration in words; one that is not simple as it is. */
export function durationText(iso: string): string {
  const read = readDuration(iso);
  if (!read) return iso;
  const unit = read.amount === 1 ? read.unit.slice(0, -1) : read.unit;
  return `${read.amount.toLocaleString()} ${unit}`;
}
