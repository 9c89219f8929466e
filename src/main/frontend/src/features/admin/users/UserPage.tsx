import { Button } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { AdminUser, OneTimeLink } from '../../../api/admin';
import { paths } from '../../../config/paths';
import { Avatar } from '../../../parts/Avatar';
import { Empty } from '../../../parts/Empty';
import { useLoad } from '../../../parts/useLoad';
import { Waiting } from '../../../parts/Waiting';
import type { Act } from '../act';
import { ActDialog } from '../ActDialog';
import { Head } from '../Head';
import { LinkDialog } from '../LinkDialog';
import { LatestActs } from './LatestActs';
import { UserActs } from './UserActs';
import { UserFacts } from './UserFacts';
import { UserSignIns } from './UserSignIns';
import { UserState } from './UserState';

const BACK = { to: paths.adminPart('users'), label: 'Back to the users' };

/** Somebody's account, and everything that an administrator can do with it. */
export default function UserPage() {
  const { username = '' } = useParams();
  const loaded = useLoad<AdminUser>(`admin/users/${encodeURIComponent(username)}/`);
  const user = loaded.data;
  if (user) return <Known key={user.id} user={user} reload={() => void loaded.reload()} />;
  return (
    <div className="admin-page">
      <Head title={`@${username}`} back={BACK} />
      {loaded.status === 404 ? (
        <Empty
          icon={<IconUserQuestion />}
          title="There is no such user"
          action={
            <Button component={Link} to={BACK.to} variant="default">
              All users
            </Button>
          }
        >
          The account may have been deleted. What was done with it is in the audit log.
        </Empty>
      ) : (
        <Waiting failure={loaded.failure} retry={loaded.reload} />
      )}
    </div>
  );
}

/** What an act on somebody answers: them as they are now, a link, or nothing. */
type Answer = AdminUser | OneTimeLink | undefined;

function Known({ user, reload }: { user: AdminUser; reload: () => void }) {
  const navigate = useNavigate();
  const [act, setAct] = useState<Act | null>(null);
  const [link, setLink] = useState<(OneTimeLink & { username: string }) | null>(null);
  const [changes, setChanges] = useState(0);
  const done = (answer: Answer) => {
    const gone = act?.method === 'DELETE' && !act.path.includes('/sessions/');
    setAct(null);
    if (gone) {
      void navigate(BACK.to, { replace: true });
      return;
    }
    if (answer && 'url' in answer) setLink({ ...answer, username: user.username });
    setChanges((count) => count + 1);
    reload();
  };
  return (
    <div className="admin-page">
      <Head title={<bdi>{user.display_name}</bdi>} lead={`@${user.username}`} back={BACK} />
      <div className="columns">
        <div>
          <section className="section who" aria-label="Account">
            <Avatar person={user} size={72} />
            <UserState user={user} />
            <UserFacts user={user} />
          </section>
          <UserActs user={user} onAct={setAct} />
        </div>
        <div>
          <UserSignIns key={`s${changes}`} user={user} onAct={setAct} />
          <LatestActs key={`a${changes}`} user={user} />
        </div>
      </div>
      <ActDialog<Answer> act={act} onClose={() => setAct(null)} onDone={done} onStale={reload} />
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </div>
  );
}
