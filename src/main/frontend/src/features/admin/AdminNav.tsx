import { Text } from '@mantine/core';
import {
  IconActivity,
  IconAdjustments,
  IconArrowLeft,
  IconHeartHandshake,
  IconListSearch,
  IconSpeakerphone,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { Link, NavLink, useLocation } from 'react-router';
import { useConfig } from '../../app/config';
import { SyncIndicator } from '../../app/SyncIndicator';
import { ThemeSwitch } from '../../app/ThemeSwitch';
import { paths, type AdminPart } from '../../config/paths';
import { useParley } from '../../live/context';

interface Part {
  part: AdminPart;
  name: string;
  says: string;
  icon: Icon;
  /** Beginnings of addresses that belong to it as well. */
  also?: string;
}

const PARTS: Part[] = [
  { part: 'monitor', name: 'Monitor', says: 'What the server does', icon: IconActivity },
  { part: 'users', name: 'Users', says: 'Accounts, roles, sign-ins', icon: IconUsers, also: '/admin/import' },
  {
    part: 'connections',
    name: 'Connections',
    says: 'Requests and connections of all',
    icon: IconHeartHandshake,
    also: '/admin/pair',
  },
  { part: 'audit', name: 'Audit log', says: 'Who did what, and why', icon: IconListSearch },
  { part: 'announcements', name: 'Announcements', says: 'A line to everybody', icon: IconSpeakerphone },
  { part: 'settings', name: 'Settings', says: 'What can change while it runs', icon: IconAdjustments },
];

/** The parts of the administration, and the way out of it. */
export function AdminNav({ only }: { only: boolean }) {
  const { name } = useConfig();
  const { user } = useParley();
  const { pathname } = useLocation();
  return (
    <div
      className="pane admin-pane"
      role={only ? 'main' : 'complementary'}
      aria-label="Parts of the administration"
    >
      <div className="admin-top">
        <Link to={paths.chats} className="admin-out">
          <IconArrowLeft size={17} aria-hidden />
          Back to {name}
        </Link>
        <div className="admin-who">
          <div className="row-text">
            <Text fw={700} fz={20} component={only ? 'h1' : 'p'} m={0}>
              Administration
            </Text>
            <Text fz="xs" c="dimmed" truncate>
              as @{user.username}
            </Text>
          </div>
          <ThemeSwitch />
        </div>
      </div>
      <nav className="pane-scroll" aria-label="Administration">
        <ul className="plain">
          {PARTS.map(({ part, name: called, says, icon: Sign, also }) => {
            const to = paths.adminPart(part);
            const begins = part === 'monitor' && !only && pathname.replace(/\/$/, '') === paths.admin;
            const here = begins || pathname.startsWith(to) || (also && pathname.startsWith(also));
            return (
              <li key={part}>
                <NavLink to={to} className="admin-part" aria-current={here ? 'page' : undefined}>
                  <Sign size={20} aria-hidden />
                  <span className="row-text">
                    <span className="admin-part-name">{called}</span>
                    {only && <span className="row-sub cell-sub">{says}</span>}
                  </span>
                </NavLink>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="pane-foot">
        <SyncIndicator />
      </div>
    </div>
  );
}
