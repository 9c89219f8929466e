import { useState, type SyntheticEvent } from 'react';
import { Problem } from '../../api/client';
import { messageOf } from '../../parts/useAct';

const PASSWORD_CODES = new Set(['weak_password']);
const USERNAME_CODES = new Set(['username_taken', 'invalid_username']);

export type Fault = { field: 'username' | 'password' | null; message: string } | null;

/** What went wrong, beside the field it is about when there is one. */
export function faultOf(problem: unknown): Fault {
  const code = problem instanceof Problem ? problem.code : '';
  const message = messageOf(problem);
  const field = problem instanceof Problem ? problem.errors[0]?.field : undefined;
  if (field === 'username') return { field, message };
  if (field?.endsWith('password')) return { field: 'password', message };
  if (PASSWORD_CODES.has(code)) return { field: 'password', message };
  if (USERNAME_CODES.has(code)) return { field: 'username', message };
  return { field: null, message };
}

/** A form of the way in: sends once at a time and keeps what was wrong beside the field it is about. */
export function useGateForm(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      await send();
    } catch (problem) {
      setFault(faultOf(problem));
    } finally {
      setBusy(false);
    }
  };
  const faultAt = (field: 'username' | 'password') => (fault?.field === field ? fault.message : null);
  return {
    busy,
    submit: (event: SyntheticEvent) => void submit(event),
    faultAt,
    general: fault?.field === null ? fault.message : null,
  };
}
