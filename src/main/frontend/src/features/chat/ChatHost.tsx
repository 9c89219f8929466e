import './chat.css';

import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { ChatClient } from '../../live/chatClient';
import { ChatContext } from '../../live/chatContext';
import { useLive, useParley } from '../../live/context';
import { OnDemand } from '../../parts/OnDemand';
import { later, prefetchAll } from '../../parts/later';
import { prepareMarkdown } from './markdownLoading';
import { DialogsContext, type DialogName } from './dialogs';
import { usePresence } from './usePresence';

const NewChatDialog = later(() => import('./NewChatDialog'));
const GroupDialog = later(() => import('./GroupDialog'));
const ShortcutsDialog = later(() => import('./ShortcutsDialog'));

const MARKDOWN_AFTER_MS = 1_000;
/** When the first conversation has long been shown. */
const THE_REST_AFTER_MS = 4_000;

/** Gives the signed-in part its chat: who carries messages, and the dialogs that any part may open. */
export function ChatHost({ children }: { children: ReactNode }) {
  const live = useLive();
  const { user } = useParley();
  const { id, username } = user;
  const chat = useMemo(() => new ChatClient(live, username, id), [live, username, id]);
  useEffect(() => {
    chat.start();
    return () => chat.stop();
  }, [chat]);
  usePresence(chat);
  useEffect(() => {
    const timers = [
      setTimeout(prepareMarkdown, MARKDOWN_AFTER_MS),
      setTimeout(prefetchAll, THE_REST_AFTER_MS),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);

  const [opened, setOpened] = useState<DialogName | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const dialogs = useMemo(() => ({ opened, open: setOpened, close }), [opened, close]);
  return (
    <ChatContext value={chat}>
      <DialogsContext value={dialogs}>
        {children}
        <OnDemand at={opened ?? ''} onFailure={close}>
          {opened === 'new' && <NewChatDialog />}
          {opened === 'group' && <GroupDialog />}
          {opened === 'shortcuts' && <ShortcutsDialog />}
        </OnDemand>
      </DialogsContext>
    </ChatContext>
  );
}
