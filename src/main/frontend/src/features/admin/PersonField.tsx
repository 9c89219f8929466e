import { Autocomplete, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { AdminUser } from '../../api/admin';
import type { Page } from '../../api/types';
import { useLoad } from '../../parts/useLoad';
import { withQuery } from './query';

const SETTLE_MS = 250;
const SHOWN = '5';

interface Props {
  label: string;
  value: string;
  onChange: (username: string) => void;
  autoFocus?: boolean;
}

/** Asks for somebody by username, with those whose name it may be below. */
export function PersonField({ label, value, onChange, autoFocus }: Props) {
  const [wanted] = useDebouncedValue(value.trim(), SETTLE_MS);
  const found = useLoad<Page<AdminUser>>(withQuery('admin/users/', { q: wanted, limit: SHOWN }));
  const names = new Map(found.data?.items.map((user) => [user.username, user.display_name]));
  return (
    <Autocomplete
      label={label}
      placeholder="Username or name"
      value={value}
      onChange={onChange}
      data={[...names.keys()]}
      // The server has searched, in names as well.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <Text fz="sm">
          {names.get(option.value)} <span className="mention-name">@{option.value}</span>
        </Text>
      )}
      comboboxProps={{ withinPortal: false }}
      autoCapitalize="none"
      spellCheck={false}
      required
      withAsterisk={false}
      data-autofocus={autoFocus}
    />
  );
}
