import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Attachment, Conversation, Message } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { copyText } from '../../parts/copyText';
import { OnDemand } from '../../parts/OnDemand';
import { tellDone, tellFailure } from '../../parts/useAct';
import { Thread } from './Thread';
import { ThreadContext, type ThreadActs } from './threadContext';
import { useThread } from './useThread';
import { later } from '../../parts/later';

const DeleteDialog = later(() => import('./DeleteDialog'));
const ImageViewer = later(() => import('./ImageViewer'));
const MessageSheet = later(() => import('./MessageSheet'));
const ReactionPopover = later(() => import('./ReactionPopover'));

interface Props {
  conversation: Conversation;
  me: string;
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
}

type Asking =
  | { what: 'delete' | 'more'; message: Message }
  | { what: 'react'; message: Message; at: Element }
  | { what: 'view'; picture: Attachment }
  | null;

/** The thread with all that can be done in it. */
export const ThreadPane = memo(function ThreadPane({ conversation, me, onReply, onEdit }: Props) {
  const chat = useChat();
  const view = useThread(conversation);
  const { setAnchor } = view;
  const [asking, setAsking] = useState<Asking>(null);
  const { target, jump } = useJump(setAnchor);

  const react = useCallback(
    (message: Message, emoji: string, on: boolean) => void chat.react(message, emoji, on).catch(tellFailure),
    [chat],
  );
  const { id } = conversation;
  // It stays the same while the conversation changes: what could not be found is not looked for with every change.
  const locate = useCallback(
    (wanted: string, before: number) => chat.history.locate(id, wanted, before),
    [chat, id],
  );
  useEffect(() => () => chat.lookedAway(id), [chat, id]);
  const acts = useMemo<ThreadActs>(
    () => ({
      me,
      conversation,
      reply: onReply,
      edit: onEdit,
      remove: (message) => setAsking({ what: 'delete', message }),
      copy: (message) =>
        void copyText(message.body)
          .then(() => tellDone('The text was copied.'))
          .catch(tellFailure),
      react,
      pick: (message, at) => setAsking({ what: 'react', message, at }),
      more: (message) => setAsking({ what: 'more', message }),
      view: (picture) => setAsking({ what: 'view', picture }),
      jumpTo: (message) => jump(message.seq),
      locate,
      retry: (clientId) => chat.sender.retry(clientId),
      retryWithoutFiles: (clientId) => chat.sender.retryWithoutComing(clientId),
      discard: (clientId) => chat.discard(clientId),
    }),
    [me, conversation, onReply, onEdit, react, jump, locate, chat],
  );
  const close = () => setAsking(null);

  return (
    <ThreadContext value={acts}>
      <Thread conversation={conversation} me={me} view={view} target={target} />
      <OnDemand at={asking?.what ?? ''} onFailure={close}>
        {asking?.what === 'delete' && (
          <DeleteDialog message={asking.message} onClose={close} onYes={() => chat.remove(asking.message)} />
        )}
        {asking?.what === 'view' && (
          <ImageViewer conversation={id} attachment={asking.picture} onClose={close} />
        )}
        {asking?.what === 'more' && <MessageSheet message={asking.message} onClose={close} />}
        {asking?.what === 'react' && (
          <ReactionPopover
            at={asking.at}
            onClose={close}
            onPick={(emoji) => react(asking.message, emoji, true)}
          />
        )}
      </OnDemand>
    </ThreadContext>
  );
});

/** Leads to a message: one of this thread that was asked for, or the one that the address names. */
function useJump(setAnchor: (seq: number) => void) {
  const [target, setTarget] = useState<{ seq: number; turn: number } | null>(null);
  const [search, setSearch] = useSearchParams();
  const named = Number(search.get('at') ?? 0);

  const jump = useCallback(
    (seq: number) => {
      setAnchor(seq);
      setTarget((last) => ({ seq, turn: (last?.turn ?? 0) + 1 }));
    },
    [setAnchor],
  );
  useEffect(() => {
    if (!Number.isInteger(named) || named < 1) return;
    // The address leads there once; afterwards one is free to go on.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    jump(named);
    setSearch({}, { replace: true });
  }, [named, jump, setSearch]);
  return { target, jump };
}
