import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Message } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import type { Edit } from '../../live/edits';
import { tellFailure } from '../../parts/useAct';
import { focusComposer } from './composerFocus';

/** The edit that is under way in a conversation; it is found again when one has looked elsewhere meanwhile. */
export function useEdit(conversation: string) {
  const chat = useChat();
  const { edits } = chat;
  const edit = useSyncExternalStore(edits.subscribe, () => edits.current(conversation));
  const [begun, setBegun] = useState(false);
  const [busy, setBusy] = useState(false);
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const begin = useCallback(
    (message: Message) => {
      setBegun(true);
      edits.begin(message);
    },
    [edits],
  );
  const write = useCallback((body: string) => edits.write(conversation, body), [edits, conversation]);
  const cancel = useCallback(() => edits.cancel(conversation), [edits, conversation]);

  const save = async (written: Edit) => {
    setBusy(true);
    try {
      const body = written.body.trim();
      if (body !== written.message.body) await chat.edit(written.message, body);
      if (edits.end(conversation, written) && here.current) focusComposer();
    } catch (problem) {
      tellFailure(problem);
    } finally {
      setBusy(false);
    }
  };

  return {
    edit,
    /** Whether it was begun just now, and not found again. */
    begun,
    busy,
    begin,
    write,
    cancel,
    save: (written: Edit) => void save(written),
  };
}

export type EditHandle = ReturnType<typeof useEdit>;
