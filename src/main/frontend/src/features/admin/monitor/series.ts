import type { LastHour, Moment } from '../../../api/admin';

/** One line of a chart. */
export interface Line {
  name: string;
  of: (moment: Moment) => number | null;
}

/** A chart of the last hour: what it shows and how its values read. */
export interface Chart {
  title: string;
  lines: Line[];
  text: (value: number | null) => string;
  /** The distances that its scale may be marked at. */
  steps?: number[];
}

export const noted = (chart: Chart, value: number | null | undefined) =>
  value === null || value === undefined ? 'none' : chart.text(value);

/** What a chart shows in a sentence for each line, for those who do not see it. */
export function summary(chart: Chart, { points }: LastHour): string {
  const last = points[points.length - 1];
  if (!last) return `${chart.title}: nothing was measured yet.`;
  const sentences = chart.lines.map((line) => {
    const values = points.map(line.of).filter((value) => value !== null);
    const name = chart.lines.length > 1 ? `${line.name}: ` : '';
    if (values.length === 0) return `${name}nothing was measured in the last hour.`;
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return `${name}now ${noted(chart, line.of(last))}, in the last hour between ${noted(chart, low)} and ${noted(chart, high)}.`;
  });
  return `${chart.title}. ${sentences.join(' ')}`;
}

/** The columns that a chart is drawn from: the times in seconds, then the values of each line. */
export function columns(chart: Chart, { points }: LastHour): [number[], ...(number | null)[][]] {
  return [points.map(({ at }) => Date.parse(at) / 1000), ...chart.lines.map((line) => points.map(line.of))];
}

/** So many points of the hour that they can be read as a table, the newest first. */
export function rowsOf({ points }: LastHour, rows: number): Moment[] {
  const step = Math.max(1, Math.ceil(points.length / rows));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0).reverse();
}
