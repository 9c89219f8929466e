import { ActionIcon, Menu, Text, VisuallyHidden } from '@mantine/core';
import {
  IconBell,
  IconDots,
  IconKeyboard,
  IconLink,
  IconLogout,
  IconSettings,
  IconShield,
  IconUserOff,
} from '@tabler/icons-react';
import { Link, NavLink, useLocation, useNavigate, useParams } from 'react-router';
import { signOut } from '../api/client';
import { paths, type List } from '../config/paths';
import { ChatsPane } from '../features/chat/ChatsPane';
import { useDialogs } from '../features/chat/dialogs';
import { Bell } from '../features/notifications/Bell';
import { leavePush } from '../features/notifications/push';
import { unreadMessages } from '../live/chatViews';
import { useParley } from '../live/context';
import { receivedRequests } from '../live/state';
import { Avatar } from '../parts/Avatar';
import { Part } from '../parts/Part';
import { useAct } from '../parts/useAct';
import { useConfig } from './config';
import { SyncIndicator } from './SyncIndicator';
import { ThemeSwitch } from './ThemeSwitch';
import { later } from '../parts/later';

const ConnectionsPane = later(() => import('../features/connections/ConnectionsPane'));
const PeoplePane = later(() => import('../features/people/PeoplePane'));
const RequestsPane = later(() => import('../features/requests/RequestsPane'));

const LISTS: List[] = ['requests', 'connections', 'people'];

/** The list that an address belongs to. */
function listOf(pathname: string): List {
  return LISTS.find((list) => pathname.startsWith(paths[list])) ?? 'chats';
}

/** Who I am, the lists, and how live they are; the page's main part where nothing stands beside it. */
export function SidePane({ only }: { only: boolean }) {
  const { user } = useParley();
  const config = useConfig();
  const { pathname } = useLocation();
  const { username, id } = useParams();
  const list = listOf(pathname);
  return (
    <div className="pane" role={only ? 'main' : 'complementary'} aria-label="Chats and people">
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
      <Tabs current={list} />
      <div className="pane-scroll" data-region tabIndex={-1}>
        {list === 'chats' && <ChatsPane chosen={id} />}
        {(list === 'people' || list === 'connections') && <PeopleSwitch current={list} />}
        <Part at={pathname}>
          {list === 'people' && <PeoplePane chosen={username} />}
          {list === 'requests' && <RequestsPane chosen={username} />}
          {list === 'connections' && <ConnectionsPane chosen={username} />}
        </Part>
      </div>
      <div className="pane-foot">
        <SyncIndicator />
      </div>
      <div id="menus" />
    </div>
  );
}

function Tabs({ current }: { current: List }) {
  const state = useParley();
  const tab = (name: List, label: string, count: number, what: string, held = current === name) => (
    <NavLink className="tab" to={paths[name]} aria-current={held ? 'page' : undefined}>
      {label}
      {count > 0 && (
        <span className="count" aria-label={`${count} ${what}`}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </NavLink>
  );
  return (
    <nav className="tabs" aria-label="Lists">
      {tab('chats', 'Chats', unreadMessages(state.chat), 'unread')}
      {tab('people', 'People', 0, '', current === 'people' || current === 'connections')}
      {tab('requests', 'Requests', receivedRequests(state).length, 'waiting')}
    </nav>
  );
}

/** The two lists of people: all there are, and those I am connected with. */
function PeopleSwitch({ current }: { current: List }) {
  const part = (name: List, label: string) => (
    <NavLink className="part" to={paths[name]} aria-current={current === name ? 'page' : undefined}>
      {label}
    </NavLink>
  );
  return (
    <nav className="parts" aria-label="People">
      {part('people', 'Everybody')}
      {part('connections', 'Connections')}
    </nav>
  );
}

function MoreMenu() {
  const { user } = useParley();
  const act = useAct();
  const navigate = useNavigate();
  const { open } = useDialogs();
  const leave = async () => {
    // Where nothing is asked of the server that would come too late.
    await navigate(paths.chats);
    await act.run(signOut);
    void leavePush();
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
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => open('shortcuts')}>
          Keyboard shortcuts
        </Menu.Item>
        {user.roles.includes('admin') && (
          <Menu.Item component={Link} to={paths.admin} leftSection={<IconShield size={16} />}>
            Administration
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} disabled={act.busy} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
