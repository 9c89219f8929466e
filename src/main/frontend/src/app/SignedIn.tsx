import { Button, Center, Loader, useMantineColorScheme } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { paths } from '../config/paths';
import { ChatHost } from '../features/chat/ChatHost';
import { LiveClient } from '../live/client';
import { LiveContext, useLive, useLiveView, useParley } from '../live/context';
import { Boundary } from '../parts/Boundary';
import { Empty } from '../parts/Empty';
import { later } from '../parts/later';
import { Part } from '../parts/Part';
import { NoChatChosen, NothingChosen } from './NothingChosen';
import { News } from './News';
import { Shell } from './Shell';

const ChatPage = later(() => import('../features/chat/ChatPage'));
const PersonPage = later(() => import('../features/people/PersonPage'));
const SettingsPage = later(() => import('../features/settings/SettingsPage'));
const BlockedPage = later(() => import('../features/settings/BlockedPage'));
const LinksPage = later(() => import('../features/links/LinksPage'));
const RedeemPage = later(() => import('../features/links/RedeemPage'));
const LinkCallback = later(() => import('../features/sso/LinkCallback'));
const AdminPage = later(() => import('../features/admin/AdminPage'));
const Banner = later(() => import('../features/announcements/Banner'));
const NotificationsPage = later(() => import('../features/notifications/NotificationsPage'));

const waiting = (
  <Center h="60vh" role="status" aria-label="Loading">
    <Loader />
  </Center>
);

/** The application of somebody who is signed in, kept equal to the server's state. */
export function SignedIn() {
  const [live] = useState(() => new LiveClient());
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live]);
  return (
    <LiveContext value={live}>
      <Loaded />
    </LiveContext>
  );
}

/** Where one begins: with the chats, or with the people as long as there is nobody to write to. */
function Home() {
  const { chat } = useParley();
  const any = Object.keys(chat.conversations).length > 0;
  return <Navigate to={any ? paths.chats : paths.people} replace />;
}

function Loaded() {
  const live = useLive();
  const { state, failure } = useLiveView();
  const { setColorScheme } = useMantineColorScheme();
  const { pathname } = useLocation();
  const theme = state?.settings.theme;
  useEffect(() => {
    if (theme) setColorScheme(theme);
  }, [theme, setColorScheme]);

  if (!state) {
    return failure ? (
      <Center h="100dvh">
        <Empty
          order={1}
          icon={<IconPlugConnectedX />}
          title="Your conversations cannot be loaded"
          action={<Button onClick={live.retryNow}>Try again</Button>}
        >
          {failure}
        </Empty>
      </Center>
    ) : (
      waiting
    );
  }
  return (
    <ChatHost>
      <News />
      <div className="app">
        <Boundary at="" onFailure={() => undefined}>
          <Suspense fallback={null}>
            <Banner />
          </Suspense>
        </Boundary>
        <Part at={pathname}>
          <Routes>
            <Route path={`${paths.admin}/*`} element={<AdminPage />} />
            <Route element={<Shell />}>
              <Route path={paths.chats} element={<NoChatChosen />} />
              <Route path={`${paths.chats}/:id/*`} element={<ChatPage />} />
              <Route path={paths.people} element={<NothingChosen />} />
              <Route path={paths.requests} element={<NothingChosen />} />
              <Route path={paths.connections} element={<NothingChosen />} />
              <Route path="/:tab/:username" element={<PersonPage />} />
              <Route path={paths.notifications} element={<NotificationsPage />} />
              <Route path={paths.links} element={<LinksPage />} />
              <Route path={paths.link} element={<RedeemPage />} />
              <Route path={paths.settings} element={<SettingsPage />} />
              <Route path={paths.blocked} element={<BlockedPage />} />
              <Route path={paths.ssoCallback} element={<LinkCallback />} />
              <Route path="*" element={<Home />} />
            </Route>
          </Routes>
        </Part>
      </div>
    </ChatHost>
  );
}
