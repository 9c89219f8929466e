import {
  ActionIcon,
  Menu,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import {
  IconBell,
  IconDots,
  IconLink,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
  IconUserOff,
} from '@tabler/icons-react';
import { Link, NavLink, useLocation, useNavigate, useParams } from 'react-router';
import { signOut } from '../api/client';
import { paths, type Tab } from '../config/paths';
import { ConnectionsPane } from '../features/connections/ConnectionsPane';
import { Bell } from '../features/notifications/Bell';
import { PeoplePane } from '../features/people/PeoplePane';
import { RequestsPane } from '../features/requests/RequestsPane';
import { useParley } from '../live/context';
import { receivedRequests } from '../live/state';
import { Avatar } from '../parts/Avatar';
import { useAct } from '../parts/useAct';
import { useConfig } from './config';
import { SyncIndicator } from './SyncIndicator';

function tabOf(pathname: string): Tab {
  if (pathname.startsWith(paths.requests)) return 'requests';
  return pathname.startsWith(paths.connections) ? 'connections' : 'people';
}

/** Who I am, the three lists, and how live they are; the page's main part where nothing stands beside it. */
export function SidePane({ only }: { only: boolean }) {
  const { user } = useParley();
  const config = useConfig();
  const { pathname } = useLocation();
  const { username } = useParams();
  const tab = tabOf(pathname);
  return (
    <div className="pane" role={only ? 'main' : 'complementary'} aria-label="People and requests">
      {only && <VisuallyHidden component="h1">{config.name}</VisuallyHidden>}
      <div className="pane-head">
        <Link to={paths.settings} className="row-link" style={{ flex: 'none' }}>
          <Avatar person={user} size={38} />
          <VisuallyHidden>My profile and settings</VisuallyHidden>
        </Link>
        <div className="row-text">
          <Text fw={700} fz={17} lh={1.2} truncate>
            {config.name}
          </Text>
          <Text fz="xs" c="dimmed" truncate title={`@${user.username}`}>
            @{user.username}
          </Text>
        </div>
        <ThemeSwitch />
        <Bell />
        <MoreMenu />
      </div>
      <Tabs current={tab} />
      <div className="pane-scroll" data-region tabIndex={-1}>
        {tab === 'people' && <PeoplePane chosen={username} />}
        {tab === 'requests' && <RequestsPane chosen={username} />}
        {tab === 'connections' && <ConnectionsPane chosen={username} />}
      </div>
      <div className="pane-foot">
        <SyncIndicator />
      </div>
      <div id="menus" />
    </div>
  );
}

function Tabs({ current }: { current: Tab }) {
  const waiting = receivedRequests(useParley()).length;
  const tab = (name: Tab, label: string, count = 0) => (
    <NavLink className="tab" to={paths[name]} aria-current={current === name ? 'page' : undefined}>
      {label}
      {count > 0 && (
        <span className="count" aria-label={`${count} waiting`}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </NavLink>
  );
  return (
    <nav className="tabs" aria-label="Lists">
      {tab('people', 'People')}
      {tab('requests', 'Requests', waiting)}
      {tab('connections', 'Connections')}
    </nav>
  );
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  const act = useAct();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      size="lg"
      radius="xl"
      aria-label={`Switch to the ${other} theme`}
      onClick={() => {
        setColorScheme(other);
        void act.call('PATCH', 'me/settings/', { theme: other });
      }}
    >
      {scheme === 'dark' ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}

function MoreMenu() {
  const act = useAct();
  const navigate = useNavigate();
  const leave = async () => {
    await navigate(paths.people);
    await act.run(signOut);
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="inherit" size="lg" radius="xl" aria-label="More">
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={paths.settings} leftSection={<IconSettings size={16} />}>
          Settings
        </Menu.Item>
        <Menu.Item component={Link} to={paths.notifications} leftSection={<IconBell size={16} />}>
          Notifications
        </Menu.Item>
        <Menu.Item component={Link} to={paths.links} leftSection={<IconLink size={16} />}>
          Connection links
        </Menu.Item>
        <Menu.Item component={Link} to={paths.blocked} leftSection={<IconUserOff size={16} />}>
          Blocked people
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} disabled={act.busy} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
