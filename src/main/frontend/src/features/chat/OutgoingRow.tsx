import { memo } from 'react';
import { isComing, type Outgoing } from '../../live/outboxState';
import { MessageText } from './MessageText';
import { Receipt } from './Receipt';
import { RowFrame } from './RowFrame';
import { useThreadActs } from './threadContext';
import type { OutgoingRow as Row } from './threadRows';
import { clock } from './times';

const WHAT_TO_DO: Record<string, string> = {
  not_connected: 'You are not connected any more. Send a connection request first.',
  message_too_long: 'It is too long. Discard it and send it in parts.',
  not_found: 'You are no member of this conversation any more.',
};

/** A message of mine that the server does not have yet. */
export const OutgoingRow = memo(
  function OutgoingRow({ row, current }: { row: Row; current: boolean }) {
    const { outgoing } = row;
    return (
      <RowFrame row={row} label={`You, ${outgoing.refusal ? 'not sent' : 'sending'}`} current={current}>
        <div className="msg-hold">
          <div className="msg-bubble" data-pending data-refused={outgoing.refusal ? true : undefined}>
            {outgoing.attachments.map((each) => (
              <div key={isComing(each) ? each.coming : each.id}>
                {each.name}
                {isComing(each) && !outgoing.refusal && ', uploading…'}
              </div>
            ))}
            {outgoing.body && <MessageText body={outgoing.body} />}
          </div>
        </div>
        {outgoing.refusal ? (
          <Refusal outgoing={outgoing} refusal={outgoing.refusal} />
        ) : (
          (row.last || outgoing.attachments.some(isComing)) && (
            <div className="msg-meta">
              {clock(outgoing.written_at)}
              <Receipt state="sending" />
              {outgoing.attachments.some(isComing) && <Discard outgoing={outgoing} />}
            </div>
          )
        )}
      </RowFrame>
    );
  },
  (a, b) =>
    a.row.outgoing === b.row.outgoing &&
    a.row.first === b.row.first &&
    a.row.last === b.row.last &&
    a.row.day === b.row.day &&
    a.current === b.current,
);

function Discard({ outgoing }: { outgoing: Outgoing }) {
  const acts = useThreadActs();
  return (
    <button type="button" className="link-button" onClick={() => acts.discard(outgoing.client_id)}>
      Discard
    </button>
  );
}

function Refusal({ outgoing, refusal }: { outgoing: Outgoing; refusal: NonNullable<Outgoing['refusal']> }) {
  const acts = useThreadActs();
  const { client_id, body, attachments } = outgoing;
  const missing = attachments.some(isComing);
  const rest = body !== '' || !attachments.every(isComing);
  return (
    <div className="msg-meta msg-refused" role="alert">
      <Receipt state="failed" />
      <span>Not sent. {WHAT_TO_DO[refusal.code] ?? refusal.message}</span>
      <button type="button" className="link-button" onClick={() => acts.retry(client_id)}>
        Try again
      </button>
      {missing && rest && (
        <button type="button" className="link-button" onClick={() => acts.retryWithoutFiles(client_id)}>
          Send without
        </button>
      )}
      <Discard outgoing={outgoing} />
    </div>
  );
}
