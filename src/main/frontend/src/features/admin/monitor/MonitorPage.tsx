import './monitor.css';

import { Button } from '@mantine/core';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { Figures, LastHour } from '../../../api/admin';
import { Waiting } from '../../../parts/Waiting';
import { Head } from '../Head';
import { State } from '../State';
import { usePoll } from '../usePoll';
import { ChartCard } from './ChartCard';
import { CHARTS } from './charts';
import { Community } from './Community';
import { HourTable } from './HourTable';
import { NodesTable } from './NodesTable';
import { Tiles } from './Tiles';

const NOW_MS = 2_000;
const HOUR_MS = 10_000;

/** What the server does, at this moment and in the last hour. */
export default function MonitorPage() {
  const now = usePoll<Figures>('admin/stats/', NOW_MS);
  return (
    <div className="admin-page">
      <Head
        title="Monitor"
        lead="What the server does. It follows while you look."
        actions={
          now.data && (
            <State tone={now.failure ? 'bad' : 'good'}>{now.failure ? 'Out of touch' : 'Live'}</State>
          )
        }
      />
      {(!now.data || now.failure) && <Waiting failure={now.failure} retry={now.reload} />}
      {now.data && (
        <>
          <Tiles figures={now.data} />
          <h2 className="admin-h2">Nodes</h2>
          <NodesTable nodes={now.data.nodes} />
        </>
      )}
      <Hour />
      {now.data && <Community totals={now.data.totals} />}
    </div>
  );
}

function Hour() {
  const hour = usePoll<LastHour>('admin/stats/history/', HOUR_MS);
  const [read, setRead] = useState(false);
  return (
    <>
      <div className="admin-h2-line">
        <h2 className="admin-h2">The last hour</h2>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={read ? <IconChartLine size={16} /> : <IconTable size={16} />}
          onClick={() => setRead(!read)}
        >
          {read ? 'Show the charts' : 'Show the numbers'}
        </Button>
      </div>
      {!hour.data && <Waiting failure={hour.failure} retry={hour.reload} />}
      {hour.data?.points.length === 0 && (
        <p className="admin-note">Nothing was measured yet. The first point comes within ten seconds.</p>
      )}
      {hour.data &&
        hour.data.points.length > 0 &&
        (read ? <HourTable hour={hour.data} /> : <Charts hour={hour.data} />)}
    </>
  );
}

function Charts({ hour }: { hour: LastHour }) {
  return (
    <div className="charts">
      {CHARTS.map((chart) => (
        <ChartCard key={chart.title} chart={chart} hour={hour} />
      ))}
    </div>
  );
}
