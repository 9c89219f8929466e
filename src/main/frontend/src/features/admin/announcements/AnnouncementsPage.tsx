import { Button, Title } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import type { Announcement } from '../../../api/admin';
import { Empty } from '../../../parts/Empty';
import { usePages } from '../../../parts/useLoad';
import type { Act } from '../act';
import { ActDialog } from '../ActDialog';
import { Head } from '../Head';
import { Listing } from '../Listing';
import { AnnounceDialog } from './AnnounceDialog';
import { byState, STATES, withdraw } from './announcementActs';
import { AnnouncementCard } from './AnnouncementCard';

const TITLES = { current: 'Shown now', scheduled: 'Scheduled', over: 'Over' };

/** What is told to everybody: now, later, and what was. */
export default function AnnouncementsPage() {
  const list = usePages<Announcement>('admin/announcements/');
  const [act, setAct] = useState<Act | null>(null);
  const [writing, setWriting] = useState(false);
  const groups = byState(list.items ?? []);
  const changed = () => {
    setAct(null);
    setWriting(false);
    void list.reload();
  };
  const write = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setWriting(true)}>
      Announce something
    </Button>
  );
  return (
    <div className="admin-page">
      <Head
        title="Announcements"
        lead="A line at the top of everybody’s screen."
        actions={list.items && list.items.length > 0 && write}
      />
      <Listing
        list={list}
        empty={
          <Empty icon={<IconSpeakerphone />} title="Nothing was announced yet" action={write}>
            Tell everybody of maintenance, news or trouble. It can be published at once or at a time.
          </Empty>
        }
      >
        {STATES.map(
          (state) =>
            groups[state].length > 0 && (
              <section key={state} aria-label={TITLES[state]}>
                <Title order={2} className="admin-h2">
                  {TITLES[state]}
                </Title>
                <ul className="plain" aria-label={TITLES[state]}>
                  {groups[state].map((each) => (
                    <AnnouncementCard
                      key={each.id}
                      announcement={each}
                      onWithdraw={() => setAct(withdraw(each))}
                    />
                  ))}
                </ul>
              </section>
            ),
        )}
      </Listing>
      <ActDialog act={act} onClose={() => setAct(null)} onDone={changed} onStale={changed} />
      {writing && <AnnounceDialog onClose={() => setWriting(false)} onDone={changed} />}
    </div>
  );
}
