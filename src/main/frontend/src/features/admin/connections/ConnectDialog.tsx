import { useState } from 'react';
import { ActDialog } from '../ActDialog';
import { PersonField } from '../PersonField';
import { connect } from './connectionActs';

/** Connects two people without asking them. */
export function ConnectDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [sender, setSender] = useState('');
  const [receiver, setReceiver] = useState('');
  return (
    <ActDialog act={connect(sender, receiver)} onClose={onClose} onDone={onDone}>
      <PersonField label="One person" value={sender} onChange={setSender} autoFocus />
      <PersonField label="The other person" value={receiver} onChange={setReceiver} />
    </ActDialog>
  );
}
