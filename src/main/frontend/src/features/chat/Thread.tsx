import { ActionIcon, Button, Loader, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconMessageCircle } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Conversation } from '../../api/chat';
import { useOutbox, useSignals } from '../../live/chatContext';
import { receiptOf, titleOf } from '../../live/chatViews';
import { outgoingIn } from '../../live/outboxState';
import { typingIn } from '../../live/signals';
import { Empty } from '../../parts/Empty';
import { Waiting } from '../../parts/Waiting';
import { MessageRow } from './MessageRow';
import { OutgoingRow } from './OutgoingRow';
import { seqOf, threadRows, type Row } from './threadRows';
import { TypingBubble } from './TypingBubble';
import { useAnnouncement } from './useAnnouncement';
import { useNewAfter } from './useNewAfter';
import { AT_END_PX, useKeptEnd } from './useKeptEnd';
import { useReadMarker } from './useReadMarker';
import type { ThreadView } from './useThread';
import { useThreadKeys } from './useThreadKeys';

interface Props {
  conversation: Conversation;
  me: string;
  view: ThreadView;
  /** The seq to show, each time anew. */
  target: { seq: number; turn: number } | null;
}

const NEAR_EDGE = 30;
const LIT_MS = 2_000;
const ESTIMATED_PX = 64;

/** The messages of a conversation: only those in view are in the page, and what is looked at never jumps. */
export function Thread({ conversation, me, view, target }: Props) {
  const { messages, atTail, atStart, setAnchor, older, newer } = view;
  const outbox = useOutbox();
  const typing = typingIn(useSignals(), conversation.id).length > 0 && atTail;
  const newAfter = useNewAfter(conversation);
  const rows = useMemo(
    () =>
      threadRows({
        messages,
        outgoing: atTail ? outgoingIn(outbox, conversation.id) : [],
        me,
        newAfter,
        fromStart: atStart,
      }),
    [messages, atTail, outbox, conversation.id, me, newAfter, atStart],
  );
  const log = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [lit, setLit] = useState<string | null>(null);
  const count = rows.length + (typing ? 1 : 0);

  // What it returns is used here and not memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({
    count,
    getScrollElement: () => log.current,
    getItemKey: (index) => rows[index]?.key ?? 'typing',
    estimateSize: () => ESTIMATED_PX,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END_PX,
    overscan: 8,
    paddingStart: atStart ? 16 : 48,
    paddingEnd: 12,
    onChange: (instance) => look(instance.isAtEnd(AT_END_PX)),
  });
  const shown = list.getVirtualItems();
  useKeptEnd(log, list);
  const firstShown = list.range?.startIndex ?? 0;
  const lastShown = list.range?.endIndex ?? 0;

  const middleSeq = useRef<number | null>(null);
  const look = (end: boolean) => {
    if (end !== atEnd) setAtEnd(end);
  };
  useEffect(() => {
    middleSeq.current = seqOf(rows[Math.floor((firstShown + lastShown) / 2)]);
    if (atEnd && atTail) setAnchor('end');
    else if (!atEnd && middleSeq.current !== null) {
      const seq = middleSeq.current;
      setAnchor((anchor) => (anchor === 'end' ? seq : anchor));
    }
    if (rows.length > 0 && firstShown < NEAR_EDGE) older();
    if (rows.length > 0 && lastShown > rows.length - NEAR_EDGE) newer();
  }, [rows, firstShown, lastShown, atEnd, atTail, setAnchor, older, newer]);

  // The first sight of a conversation is what is new in it, or its end.
  const arrived = useRef(false);
  useLayoutEffect(() => {
    if (arrived.current || rows.length === 0 || target) return;
    arrived.current = true;
    const unread = rows.findIndex((row) => row.unread);
    if (unread >= 0) list.scrollToIndex(unread, { align: 'start' });
    else list.scrollToEnd();
  }, [rows, list, target]);

  const done = useRef(0);
  useLayoutEffect(() => {
    if (!target || done.current === target.turn) return;
    const index = rows.findIndex((row) => seqOf(row) === target.seq);
    const row = rows[index];
    if (!row) return;
    done.current = target.turn;
    arrived.current = true;
    list.scrollToIndex(index, { align: 'center' });
    // The place that one is led to is marked for a moment.

    setLit(row.key);
  }, [target, rows, list]);
  useEffect(() => {
    if (lit === null) return;
    const timer = setTimeout(() => setLit(null), LIT_MS);
    return () => clearTimeout(timer);
  }, [lit]);

  // What I write is looked at, wherever I was.
  const lastKey = rows[rows.length - 1]?.key;
  const lastIsOutgoing = rows[rows.length - 1]?.kind === 'outgoing';
  useLayoutEffect(() => {
    if (lastIsOutgoing && arrived.current) list.scrollToEnd();
  }, [lastKey, lastIsOutgoing, list]);

  const toNewest = useCallback(() => {
    setAnchor('end');
    list.scrollToEnd();
  }, [setAnchor, list]);
  const pending = useRef(false);
  useLayoutEffect(() => {
    if (!pending.current || !atTail) return;
    pending.current = false;
    list.scrollToEnd();
  }, [atTail, rows, list]);
  const jumpToNewest = useCallback(() => {
    pending.current = !atTail;
    toNewest();
  }, [atTail, toNewest]);

  // Somebody who writes while reading far back is led to what they wrote.
  const newestMine = outgoingIn(outbox, conversation.id).at(-1)?.client_id;
  const knownMine = useRef(newestMine);
  useEffect(() => {
    const written = newestMine !== undefined && newestMine !== knownMine.current;
    knownMine.current = newestMine;
    if (written && !atTail) jumpToNewest();
  }, [newestMine, atTail, jumpToNewest]);

  const lastSeen = seqOf(rows[Math.min(lastShown, rows.length - 1)]);
  useReadMarker(
    conversation,
    atEnd && atTail ? conversation.last_seq : visibleSeq(rows, lastShown, lastSeen),
  );
  const announcement = useAnnouncement(conversation, me);
  const keys = useThreadKeys(rows, list, log);

  return (
    <div className="thread">
      <div
        ref={log}
        className="log"
        role="log"
        aria-live="off"
        aria-label={`Messages with ${titleOf(conversation, me)}`}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        {!view.ready && <Waiting failure={view.failure} retry={view.retry} />}
        {view.ready && count === 0 && (
          <Empty icon={<IconMessageCircle />} title="No messages yet">
            {conversation.can_send ? 'Say hello: what you write here is between you.' : undefined}
          </Empty>
        )}
        {view.ready && count > 0 && (
          <div className="log-space" style={{ height: list.getTotalSize() }}>
            {!atStart && <Edge view={view} />}
            <div className="log-shown" style={{ transform: `translateY(${shown[0]?.start ?? 0}px)` }}>
              {shown.map(({ key, index }) => (
                <div key={key} data-index={index} ref={list.measureElement}>
                  <OneRow
                    row={rows[index]}
                    conversation={conversation}
                    current={keys.current === rows[index]?.key}
                    lit={lit !== null && lit === rows[index]?.key}
                  />
                </div>
              ))}
            </div>
          </div>
        )}
      </div>
      {!(atEnd && atTail) && count > 0 && (
        <ToNewest unread={conversation.unread_count} onClick={jumpToNewest} />
      )}
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
    </div>
  );
}

/** The seq down to which messages have been in view; only what is kept by the server counts. */
function visibleSeq(rows: Row[], lastShown: number, lastSeen: number | null): number {
  if (lastSeen !== null) return lastSeen;
  for (let index = Math.min(lastShown, rows.length - 1); index >= 0; index--) {
    const seq = seqOf(rows[index]);
    if (seq !== null) return seq;
  }
  return 0;
}

function OneRow({
  row,
  conversation,
  current,
  lit,
}: {
  row: Row | undefined;
  conversation: Conversation;
  current: boolean;
  lit: boolean;
}) {
  if (!row) return <TypingBubble conversation={conversation} />;
  if (row.kind === 'outgoing') return <OutgoingRow row={row} current={current} />;
  const sender = conversation.members.find((each) => each.user.username === row.message.sender)?.user;
  return (
    <MessageRow
      row={row}
      sender={sender}
      named={conversation.kind === 'group'}
      receipt={row.mine && row.last && !row.message.deleted_at ? receiptOf(conversation, row.message) : null}
      current={current}
      lit={lit}
    />
  );
}

function Edge({ view }: { view: ThreadView }) {
  return (
    <div className="log-edge">
      {view.failure ? (
        <Button size="compact-sm" variant="default" onClick={view.retry}>
          Older messages could not be loaded. Try again
        </Button>
      ) : (
        <Loader size="xs" aria-label="Loading older messages" />
      )}
    </div>
  );
}

function ToNewest({ unread, onClick }: { unread: number; onClick: () => void }) {
  const label = unread > 0 ? `Jump to the newest, ${unread} unread` : 'Jump to the newest';
  return (
    <div className="to-newest">
      <ActionIcon size={44} radius="xl" variant="default" aria-label={label} onClick={onClick}>
        <IconArrowDown size={20} />
      </ActionIcon>
      {unread > 0 && (
        <span className="chat-count" aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </div>
  );
}
