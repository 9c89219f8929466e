import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Conversation, Message } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { useLiveView, useParley } from '../../live/context';
import { emptyWindow, newestRun, runAround, type MessageWindow } from '../../live/messageWindow';
import { messageOf } from '../../parts/useAct';

/** Where in its history a thread is: following the newest message, or around a seq. */
export type Anchor = 'end' | number;

const FROM_UNREAD = 30;
const nothing: Message[] = [];

function shownRun(window: MessageWindow, anchor: Anchor, lastSeq: number): Message[] | undefined {
  if (anchor !== 'end') return runAround(window, anchor);
  return runAround(window, lastSeq) ?? newestRun(window);
}

/** Where one begins to read: at what is new, when that is much, else at the end. */
function startOf(conversation: Conversation): Anchor {
  return conversation.unread_count > FROM_UNREAD ? conversation.read_seq + 1 : 'end';
}

/** The stretch of a conversation's history that is looked at, loaded on demand in both directions. */
export function useThread(conversation: Conversation) {
  const { id, last_seq: lastSeq } = conversation;
  const chat = useChat();
  const { link } = useLiveView();
  const window = useParley().chat.windows[id] ?? emptyWindow;
  const [anchor, setAnchor] = useState<Anchor>(() => startOf(conversation));
  const [failure, setFailure] = useState<string | null>(null);
  const [loading, setLoading] = useState<'before' | 'after' | 'here' | null>(null);

  const run = useMemo(() => shownRun(window, anchor, lastSeq), [window, anchor, lastSeq]);
  const first = run?.[0]?.seq ?? 0;
  const last = run?.[run.length - 1]?.seq ?? 0;
  const atTail = last >= lastSeq;
  const atStart = first <= 1 || (window.startsAt !== null && first <= window.startsAt);
  const missing = lastSeq > 0 && (!run || (anchor === 'end' && !atTail));
  const nothingToSee = !run && window.startsAt !== null && window.runs.length === 0;

  const load = useCallback(async (which: 'before' | 'after' | 'here', work: () => Promise<void>) => {
    setLoading(which);
    try {
      await work();
      setFailure(null);
    } catch (problem) {
      setFailure(messageOf(problem));
    } finally {
      setLoading(null);
    }
  }, []);

  const fill = useCallback(
    () => load('here', () => (anchor === 'end' ? chat.history.newest(id) : chat.history.around(id, anchor))),
    [load, chat, id, anchor],
  );

  useEffect(() => {
    if (!missing || nothingToSee || failure !== null) return;
    // Nothing of it shows before the server's answer but that one waits.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void fill();
  }, [missing, nothingToSee, failure, fill, lastSeq]);

  useEffect(() => {
    // What could not be loaded while the network was away is tried again when it is back.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (link === 'live') setFailure(null);
  }, [link]);

  const older = useCallback(() => {
    if (!atStart && run && loading === null && failure === null) {
      void load('before', () => chat.history.before(id, first));
    }
  }, [atStart, run, loading, failure, load, chat, id, first]);

  const newer = useCallback(() => {
    if (!atTail && run && loading === null && failure === null) {
      void load('after', () => chat.history.after(id, last));
    }
  }, [atTail, run, loading, failure, load, chat, id, last]);

  const retry = useCallback(() => setFailure(null), []);

  return {
    messages: run ?? nothing,
    anchor,
    setAnchor,
    atTail: atTail || lastSeq === 0,
    atStart: atStart && !missing,
    ready: lastSeq === 0 || nothingToSee || run !== undefined,
    loading,
    failure,
    older,
    newer,
    retry,
  };
}

export type ThreadView = ReturnType<typeof useThread>;
