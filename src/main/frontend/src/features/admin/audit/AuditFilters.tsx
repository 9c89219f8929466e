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
      <SearchField label="By whom" value={filters.get('actor')} onChange={(to) => filters.set('actor', to)} />
      <SearchField
        label="Target"
        value={filters.get('target')}
        onChange={(to) => filters.set('target', to)}
      />
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
      <DayField label="From" value={filters.get('from')} onChange={(to) => filters.set('from', to)} />
      <DayField label="To" value={filters.get('to')} onChange={(to) => filters.set('to', to)} />
    </Filters>
  );
}
