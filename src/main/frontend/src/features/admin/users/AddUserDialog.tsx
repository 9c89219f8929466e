import { PasswordInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MadeUser } from '../../../api/admin';
import { ActDialog } from '../ActDialog';
import { create, type NewUser } from './userActs';

interface Props {
  onClose: () => void;
  onDone: (made: MadeUser) => void;
}

/** Makes an account for somebody. */
export function AddUserDialog({ onClose, onDone }: Props) {
  const [user, setUser] = useState<NewUser>({ username: '', display_name: '', password: '', admin: false });
  const change = (part: Partial<NewUser>) => setUser((known) => ({ ...known, ...part }));
  return (
    <ActDialog<MadeUser> act={create(user)} onClose={onClose} onDone={onDone}>
      <TextInput
        label="Username"
        description="3 to 32 of a-z, 0-9, dot, dash, underscore."
        value={user.username}
        onChange={(event) => change({ username: event.currentTarget.value })}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        label="Display name (optional)"
        value={user.display_name}
        onChange={(event) => change({ display_name: event.currentTarget.value })}
        autoComplete="off"
        maxLength={64}
      />
      <PasswordInput
        label="Password (optional)"
        value={user.password}
        onChange={(event) => change({ password: event.currentTarget.value })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
      />
      <Switch
        label="Administrator"
        checked={user.admin}
        onChange={(event) => change({ admin: event.currentTarget.checked })}
      />
    </ActDialog>
  );
}
