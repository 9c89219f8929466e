import { Select } from '@mantine/core';
import { useLoad } from '../../../parts/useLoad';
import { DayField } from '../DayField';
import { Filters } from '../Filters';
import { SearchField } from '../SearchField';
import type { useFilters } from '../useFilters';
import { nameOf } from './acts';

/** Narrows the audit log down. */
export function AuditFilters({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const acts = useLoad<{ acts: string[] }>('admin/audit/acts/');
  const known = acts.data?.acts ?? [];
  const chosen = filters.get('act');
  const all = chosen && !known.includes(chosen) ? [chosen, ...known] : known;
  return (
    <Filters label="Audit log">
      <SearchField label="By whom" {...filters.field('actor')} />
      <SearchField label="Target" {...filters.field('target')} />
      <Select
        aria-label="Act"
        placeholder="Any act"
        data={all.map((act) => ({ value: act, label: nameOf(act) }))}
        value={chosen || null}
        onChange={(to) => filters.set('act', to)}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Any act' }}
        nothingFoundMessage="No such act"
        comboboxProps={{ withinPortal: false }}
      />
      <DayField label="From" {...filters.field('from')} />
      <DayField label="To" {...filters.field('to')} />
    </Filters>
  );
}
