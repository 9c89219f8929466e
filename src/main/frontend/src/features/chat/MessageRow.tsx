import { memo, useRef, type PointerEvent } from 'react';
import type { Message } from '../../api/chat';
import type { Person } from '../../api/types';
import { Attachments } from './Attachments';
import { inert } from './inert';
import { MessageText } from './MessageText';
import { MessageTools } from './MessageTools';
import { PresenceAvatar } from './PresenceAvatar';
import { Quote } from './Quote';
import { Reactions } from './Reactions';
import { Receipt, type ReceiptState } from './Receipt';
import { RowFrame } from './RowFrame';
import { useThreadActs } from './threadContext';
import type { MessageRow as Row } from './threadRows';
import { clock } from './times';

interface Props {
  row: Row;
  sender: Person | undefined;
  named: boolean;
  receipt: ReceiptState | null;
  current: boolean;
  lit: boolean;
}

const LONG_PRESS_MS = 450;
const MOVED_PX = 10;

/** One message in the thread. */
export const MessageRow = memo(
  function MessageRow({ row, sender, named, receipt, current, lit }: Props) {
    const { message, mine } = row;
    const name = mine ? 'You' : (sender?.display_name ?? message.sender ?? 'Deleted user');
    const press = useLongPress(message);
    return (
      <RowFrame
        row={row}
        label={`${name}, ${clock(message.created_at)}`}
        current={current}
        lit={lit}
        avatar={sender && <PresenceAvatar person={sender} size={30} />}
      >
        {named && row.first && !mine && (
          <div className="msg-name">
            <bdi>{inert(name)}</bdi>
          </div>
        )}
        <div className="msg-hold">
          <div className="msg-bubble" data-deleted={message.deleted_at ? true : undefined} {...press}>
            <Content message={message} />
          </div>
          {!message.deleted_at && <MessageTools message={message} />}
        </div>
        <Reactions message={message} />
        {row.last && (
          <div className="msg-meta">
            <time dateTime={message.created_at} title={new Date(message.created_at).toLocaleString()}>
              {clock(message.created_at)}
            </time>
            {receipt && <Receipt state={receipt} />}
          </div>
        )}
      </RowFrame>
    );
  },
  (a, b) =>
    a.row.message === b.row.message &&
    a.row.first === b.row.first &&
    a.row.last === b.row.last &&
    a.row.day === b.row.day &&
    a.row.unread === b.row.unread &&
    a.sender === b.sender &&
    a.named === b.named &&
    a.receipt === b.receipt &&
    a.current === b.current &&
    a.lit === b.lit,
);

function Content({ message }: { message: Message }) {
  if (message.deleted_at) return <em>This message was deleted</em>;
  return (
    <>
      {message.reply_to && <Quote id={message.reply_to} before={message.seq} />}
      {message.attachments && message.attachments.length > 0 && (
        <Attachments attachments={message.attachments} />
      )}
      {message.body && <MessageText body={message.body} mentions={message.mentions} />}
      {message.edited_at && (
        <span className="msg-edited" title={`Edited ${new Date(message.edited_at).toLocaleString()}`}>
          edited
        </span>
      )}
    </>
  );
}

/** A finger that stays on a message asks what can be done with it. */
function useLongPress(message: Message) {
  const acts = useThreadActs();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const cancel = () => clearTimeout(timer.current);
  if (message.deleted_at) return {};
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') return;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => acts.more(message), LONG_PRESS_MS);
    },
    onPointerMove: (event: PointerEvent) => {
      const { x, y } = from.current;
      if (Math.hypot(event.clientX - x, event.clientY - y) > MOVED_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  };
}
