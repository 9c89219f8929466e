import 'uplot/dist/uPlot.min.css';

import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { LastHour } from '../../../api/admin';
import { columns, summary, type Chart } from './series';

const HEIGHT = 160;
const AXIS_FONT = "11px 'Inter Variable', system-ui, sans-serif";

interface Props {
  chart: Chart;
  hour: LastHour;
  /** Hears which point the pointer is at; null when it is at none. */
  onPoint: (index: number | null) => void;
}

function optionsOf(chart: Chart, width: number, colour: (name: string) => string): uPlot.Options {
  const ink = colour('--mantine-color-dimmed');
  const lines = [colour('--parley-chart'), colour('--parley-chart-2')];
  const axis = { stroke: ink, font: AXIS_FONT, grid: { stroke: colour('--parley-line'), width: 1 } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, points: { size: 8 }, drag: { x: false, y: false } },
    scales: { y: { range: (_plot, _low, high) => [0, Math.max(high, 1) * 1.1] } },
    axes: [
      { ...axis, ticks: { show: false }, grid: { show: false }, values: clock, space: 70, size: 28 },
      {
        ...axis,
        ticks: { show: false },
        incrs: chart.steps,
        size: 52,
        values: (_plot, at) => at.map(chart.text),
        space: 26,
      },
    ],
    series: [
      {},
      ...chart.lines.map(({ name }, index) => ({
        label: name,
        stroke: lines[index],
        width: 2,
        dash: index > 0 ? [6, 4] : undefined,
        fill: index === 0 ? colour('--parley-chart-fill') : undefined,
        points: { show: false },
      })),
    ],
  };
}

function clock(_plot: uPlot, seconds: number[]): string[] {
  return seconds.map((at) =>
    new Date(at * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
  );
}

/** The lines of a chart; what they say is in its label as well. */
export default function Plot({ chart, hour, onPoint }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const newest = useRef(hour);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    newest.current = hour;
    plot.current?.setData(columns(chart, hour));
  }, [chart, hour]);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const made = new uPlot(
      {
        ...optionsOf(chart, element.clientWidth, (name) => style.getPropertyValue(name).trim()),
        hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
      },
      columns(chart, newest.current),
      element,
    );
    plot.current = made;
    const fit = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }));
    fit.observe(element);
    return () => {
      fit.disconnect();
      made.destroy();
      plot.current = null;
    };
    // It is drawn anew in the colours of the other theme.
  }, [chart, scheme, onPoint]);

  return <div ref={place} className="plot" role="img" aria-label={summary(chart, hour)} />;
}
