import { Skeleton } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { LastHour } from '../../../api/admin';
import { noted, type Chart } from './series';
import { Boundary } from '../../../parts/Boundary';
import { later } from '../../../parts/later';

const Plot = later(() => import('./Plot'));

/** A chart with its title and the values at the pointer, or else the newest ones. */
export function ChartCard({ chart, hour }: { chart: Chart; hour: LastHour }) {
  const [index, setIndex] = useState<number | null>(null);
  const point = hour.points[index ?? hour.points.length - 1];
  return (
    <figure className="section chart">
      <figcaption>
        <h3 className="chart-title">{chart.title}</h3>
        <div className="chart-values" aria-hidden>
          {point && index !== null && (
            <span>{new Date(point.at).toLocaleTimeString([], { timeStyle: 'medium' })}</span>
          )}
          {chart.lines.map((line, place) => (
            <span key={line.name} className="chart-value" data-line={place}>
              {chart.lines.length > 1 && `${line.name} `}
              <b>{noted(chart, point && line.of(point))}</b>
            </span>
          ))}
        </div>
      </figcaption>
      <Boundary at="">
        <Suspense fallback={<Skeleton height={160} />}>
          <Plot chart={chart} hour={hour} onPoint={setIndex} />
        </Suspense>
      </Boundary>
    </figure>
  );
}
