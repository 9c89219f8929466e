import './admin.css';

import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { paths } from '../../config/paths';
import { useParley } from '../../live/context';
import { Empty } from '../../parts/Empty';
import { Part } from '../../parts/Part';
import { useKeptFocus } from '../../parts/useKeptFocus';
import { AdminNav } from './AdminNav';
import { later } from '../../parts/later';

const MonitorPage = later(() => import('./monitor/MonitorPage'));
const UsersPage = later(() => import('./users/UsersPage'));
const UserPage = later(() => import('./users/UserPage'));
const ImportPage = later(() => import('./import/ImportPage'));
const ImportReportPage = later(() => import('./import/ImportReportPage'));
const ConnectionsPage = later(() => import('./connections/ConnectionsPage'));
const PairPage = later(() => import('./connections/PairPage'));
const AuditPage = later(() => import('./audit/AuditPage'));
const AnnouncementsPage = later(() => import('./announcements/AnnouncementsPage'));
const SettingsPage = later(() => import('./settings/SettingsPage'));

/** The administration, for those who have the role. */
export default function AdminPage() {
  const { user } = useParley();
  return user.roles.includes('admin') ? <Parts /> : <NotForYou />;
}

function NotForYou() {
  return (
    <main>
      <Empty
        order={1}
        icon={<IconLock />}
        title="This is for administrators"
        action={
          <Button component={Link} to={paths.chats} variant="default">
            Back to the chats
          </Button>
        }
      >
        Ask one of them when you need something done, or to give you the role.
      </Empty>
    </main>
  );
}

/** The parts side by side with the chosen one; on a narrow screen one of them. */
function Parts() {
  const { pathname } = useLocation();
  const narrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false });
  const atStart = pathname.replace(/\/$/, '') === paths.admin;
  const onlyPane = narrow && atStart;
  const content = useRef<HTMLElement>(null);
  const first = useRef(true);
  useKeptFocus();
  useEffect(() => {
    if (!first.current) content.current?.focus();
    first.current = false;
  }, [pathname]);
  return (
    <div className="shell admin" data-showing={atStart ? 'pane' : 'content'}>
      {!onlyPane && (
        <a className="skip-link" href="#content">
          Skip to content
        </a>
      )}
      <AdminNav only={onlyPane} />
      {!onlyPane && (
        <main className="content" id="content" tabIndex={-1} ref={content} data-region>
          <Part at={pathname}>
            <Routes>
              <Route index element={<MonitorPage />} />
              <Route path="monitor" element={<MonitorPage />} />
              <Route path="users" element={<UsersPage />} />
              <Route path="users/:username" element={<UserPage />} />
              <Route path="import" element={<ImportPage />} />
              <Route path="import/:job" element={<ImportReportPage />} />
              <Route path="connections" element={<ConnectionsPage />} />
              <Route path="pair" element={<PairPage />} />
              <Route path="audit" element={<AuditPage />} />
              <Route path="announcements" element={<AnnouncementsPage />} />
              <Route path="settings" element={<SettingsPage />} />
              <Route path="*" element={<Navigate to={paths.adminPart('monitor')} replace />} />
            </Routes>
          </Part>
          <div id="menus" />
        </main>
      )}
    </div>
  );
}
