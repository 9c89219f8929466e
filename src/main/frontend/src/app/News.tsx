import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { Notification as Entry } from '../api/types';
import { targetOf } from '../features/notifications/target';
import { useKeptPush } from '../features/notifications/useKeptPush';
import { useMessageNews } from '../features/chat/useMessageNews';
import { unreadMessages } from '../live/chatViews';
import { useLive, useParley } from '../live/context';
import { isQuiet } from '../live/quiet';
import { unreadNotifications } from '../live/state';
import { tellOutside } from '../parts/tellOutside';
import { toast } from '../parts/toasts';
import { useConfig } from './config';

/** Tells what is new: a toast here, a browser notification when the page is hidden, the count in the tab's title. */
export function News() {
  const live = useLive();
  const state = useParley();
  const config = useConfig();
  const navigate = useNavigate();
  const unread = unreadNotifications(state).length + unreadMessages(state.chat);

  useKeptPush();
  useMessageNews();
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${config.name}` : config.name;
  }, [unread, config.name]);

  useEffect(
    () =>
      live.onEvent((event) => {
        const entry = event.data as Entry | null;
        const settings = live.current().state?.settings;
        if (event.event !== 'notification.created' || !entry || entry.read_at || !settings) return;
        if (isQuiet(settings.quiet_hours, new Date())) return;
        if (document.hasFocus() && location.pathname === targetOf(entry)) return;
        const open = () => void navigate(targetOf(entry));
        toast({
          id: entry.id,
          message: entry.text,
          role: 'status',
          className: 'toast-link',
          onClick: open,
        });
        // A message tells of itself when the page is out of sight.
        const tells = !entry.kind.startsWith('message.');
        if (tells && document.hidden && settings.browser_notifications) {
          const news = { title: config.name, body: entry.text, tag: entry.id, path: targetOf(entry) };
          void tellOutside(news, open);
        }
      }),
    [live, navigate, config.name],
  );
  return null;
}
