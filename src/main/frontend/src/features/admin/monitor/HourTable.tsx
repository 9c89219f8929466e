import type { LastHour, Moment } from '../../../api/admin';
import { At } from '../At';
import { DataList, type Column } from '../DataList';
import { CHARTS } from './charts';
import { noted, rowsOf } from './series';

const ROWS = 12;

const COLUMNS: Column<Moment>[] = [
  { title: 'Time', show: ({ at }) => <At at={at} seconds /> },
  ...CHARTS.map((chart) => ({
    title: chart.title,
    show: (moment: Moment) => chart.lines.map((line) => noted(chart, line.of(moment))).join(' / '),
  })),
];

/** The last hour in numbers, for those who would rather read than look. */
export function HourTable({ hour }: { hour: LastHour }) {
  return (
    <DataList
      label="The last hour in numbers"
      columns={COLUMNS}
      items={rowsOf(hour, ROWS)}
      keyOf={({ at }) => at}
    />
  );
}
