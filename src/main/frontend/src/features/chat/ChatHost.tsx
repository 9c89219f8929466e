import './chat.css';

import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Problem } from '../../api/client';
import { ChatClient } from '../../live/chatClient';
import { ChatContext } from '../../live/chatContext';
import { useLive, useParley } from '../../live/context';
import { Boundary } from '../../parts/Boundary';
import { tellFailure } from '../../parts/useAct';
import { prepareMarkdown } from './markdownLoading';
import { DialogsContext, type DialogName } from './dialogs';
import { usePresence } from './usePresence';

const NewChatDialog = lazy(() => import('./NewChatDialog'));
const GroupDialog = lazy(() => import('./GroupDialog'));
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog'));

const MARKDOWN_AFTER_MS = 1_000;
const NOT_LOADED = 'This could not be loaded. Check your connection, then load the page again.';

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
    const timer = setTimeout(prepareMarkdown, MARKDOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const [opened, setOpened] = useState<DialogName | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const giveUp = () => {
    close();
    tellFailure(new Problem(0, { detail: NOT_LOADED }));
  };
  const dialogs = useMemo(() => ({ opened, open: setOpened, close }), [opened, close]);
  return (
    <ChatContext value={chat}>
      <DialogsContext value={dialogs}>
        {children}
        <Boundary at={opened ?? ''} onFailure={giveUp}>
          <Suspense fallback={null}>
            {opened === 'new' && <NewChatDialog />}
            {opened === 'group' && <GroupDialog />}
            {opened === 'shortcuts' && <ShortcutsDialog />}
          </Suspense>
        </Boundary>
      </DialogsContext>
    </ChatContext>
  );
}
