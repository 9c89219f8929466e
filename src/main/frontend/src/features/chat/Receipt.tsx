import { IconAlertCircle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';

export type ReceiptState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

const SAYS: Record<ReceiptState, string> = {
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent',
};

/** How far a message of mine has come. */
export function Receipt({ state }: { state: ReceiptState }) {
  const Icon = {
    sending: IconClock,
    sent: IconCheck,
    delivered: IconChecks,
    read: IconChecks,
    failed: IconAlertCircle,
  }[state];
  return (
    <span className="receipt" data-state={state} role="img" aria-label={SAYS[state]} title={SAYS[state]}>
      <Icon size={15} aria-hidden />
    </span>
  );
}
