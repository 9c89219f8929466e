import { useCallback, useEffect, useRef, useState } from 'react';
import type { Conversation, Draft } from '../../api/chat';
import { useChat } from '../../live/chatContext';

const SAVED_AFTER_MS = 700;
const MINE_FOR_MS = 3_000;
const nothing: Draft = { body: '', reply_to: null };

/** What I have begun to write: kept until the server has it, and taken over from my other devices while I do not write. */
export function useDraft(conversation: Conversation) {
  const { id } = conversation;
  const { drafts } = useChat();
  const remote = conversation.draft ?? nothing;
  const [draft, setDraft] = useState<Draft>(() => drafts.unsaved(id) ?? remote);
  const latest = useRef(draft);
  const handedOver = useRef(draft);
  const touchedAt = useRef(0);

  const save = useCallback(() => {
    if (same(latest.current, handedOver.current)) return;
    handedOver.current = latest.current;
    drafts.save(id, latest.current);
  }, [drafts, id]);

  const change = useCallback((part: Partial<Draft>) => {
    latest.current = { ...latest.current, ...part };
    touchedAt.current = Date.now();
    setDraft(latest.current);
  }, []);

  useEffect(() => {
    if (same(draft, handedOver.current)) return;
    const timer = setTimeout(save, SAVED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, save]);

  useEffect(() => {
    const leave = () => {
      save();
      drafts.flush();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      save();
    };
  }, [save, drafts]);

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
      const unsaved = !same(latest.current, handedOver.current) || drafts.unsaved(id);
      if (unsaved || same(theirs, latest.current)) return;
      latest.current = theirs;
      handedOver.current = theirs;
      setDraft(theirs);
    };
    adopt();
    return () => clearTimeout(timer);
  }, [body, reply_to, drafts, id]);

  const clear = useCallback(() => {
    change(nothing);
    save();
  }, [change, save]);

  return { draft, change, clear };
}

export type DraftHandle = ReturnType<typeof useDraft>;

const same = (a: Draft, b: Draft) => a.body === b.body && a.reply_to === b.reply_to;
