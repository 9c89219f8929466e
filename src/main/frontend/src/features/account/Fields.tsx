import { Alert, PasswordInput, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
}

export function UsernameField({ value, onChange, error, isNew }: FieldProps & { isNew?: boolean }) {
  return (
    <TextInput
      label="Username"
      description={isNew ? '3 to 32 of a-z, 0-9, dot, dash, underscore. It names you to others.' : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={64}
      required
      withAsterisk={false}
      autoFocus
    />
  );
}

export function PasswordField({
  value,
  onChange,
  error,
  isNew,
  label = 'Password',
}: FieldProps & { isNew?: boolean; label?: string }) {
  return (
    <PasswordInput
      label={label}
      description={isNew ? 'At least 8 characters. A short sentence is easy to remember.' : undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
      required
      withAsterisk={false}
    />
  );
}

/** What went wrong with the whole form. */
export function FormFault({ message }: { message: string | null }) {
  if (!message) return null;
  return (
    <Alert role="alert" color="red" variant="outline" icon={<IconAlertTriangle />} p="sm">
      {message}
    </Alert>
  );
}

/** What somebody should know before they fill the form. */
export function FormHint({ message, children }: { message: string | null; children?: ReactNode }) {
  if (!message) return null;
  return (
    <Alert role="status" variant="outline" icon={<IconInfoCircle />} p="sm">
      {message}
      {children}
    </Alert>
  );
}
