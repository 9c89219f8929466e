import { useCallback, useEffect, useRef, useState } from 'react';
import type { Conversation, Draft } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { useLiveView } from '../../live/context';

const SAVED_AFTER_MS = 700;
const MINE_FOR_MS = 3_000;
const nothing: Draft = { body: '', reply_to: null };

/** What I have begun to write: kept on the server, and taken over from my other devices while I do not write. */
export function useDraft(conversation: Conversation) {
  const { id } = conversation;
  const chat = useChat();
  const remote = conversation.draft ?? nothing;
  const [draft, setDraft] = useState<Draft>(remote);
  const latest = useRef(draft);
  const saved = useRef(draft);
  const touchedAt = useRef(0);

  const save = useCallback(() => {
    if (same(latest.current, saved.current)) return;
    const [before, sent] = [saved.current, latest.current];
    saved.current = sent;
    // A draft that could not be kept is still here: it is saved with the next change, or when the server is back.
    void chat.saveDraft(id, sent).catch(() => {
      if (saved.current === sent) saved.current = before;
    });
  }, [chat, id]);

  const change = useCallback((part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    touchedAt.current = Date.now();
    setDraft(latest.current);
  }, []);

  useEffect(() => {
    if (same(draft, saved.current)) return;
    const timer = setTimeout(save, SAVED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, save]);

  const { link } = useLiveView();
  useEffect(() => {
    if (link === 'live') save();
  }, [link, save]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const { body, reply_to } = remote;
  useEffect(() => {
    const theirs = { body, reply_to };
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Another device of mine has written on; while I write here, that waits.
    const adopt = () => {
      const wait = touchedAt.current + MINE_FOR_MS - Date.now();
      if (wait > 0) {
        timer = setTimeout(adopt, wait);
        return;
      }
      const unsaved = !same(latest.current, saved.current);
      if (unsaved || same(theirs, latest.current)) return;
      latest.current = theirs;
      saved.current = theirs;
      setDraft(theirs);
    };
    adopt();
    return () => clearTimeout(timer);
  }, [body, reply_to]);

  const clear = useCallback(() => {
    change(nothing);
    save();
  }, [change, save]);

  return { draft, change, clear };
}

export type DraftHandle = ReturnType<typeof useDraft>;

const same = (a: Draft, b: Draft) => a.body === b.body && a.reply_to === b.reply_to;
