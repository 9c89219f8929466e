import './data.css';

import { Select, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface Column<T> {
  title: string;
  show: (item: T) => ReactNode;
  /** The server's word to sort by it. */
  sort?: string;
  /** Left out where there is little room, as it says least. */
  minor?: boolean;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  items: T[];
  keyOf: (item: T) => string;
  actions?: (item: T) => ReactNode;
  sort?: string;
  onSort?: (sort: string) => void;
  /** Whether what is shown is about to be replaced. */
  waiting?: boolean;
}

const CARDS = '(max-width: 900px)';

/** Many things of a kind: a table, or cards where there is no room for one. The first column names each. */
export function DataList<T>(props: Props<T>) {
  const narrow = useMediaQuery(CARDS, undefined, { getInitialValueInEffect: false });
  return narrow ? <Cards {...props} /> : <Table {...props} />;
}

function Table<T>({ label, columns, items, keyOf, actions, sort, onSort, waiting }: Props<T>) {
  return (
    <div className="section data" data-waiting={waiting || undefined}>
      <table aria-label={label} aria-busy={waiting}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.title} column={column} sort={sort} onSort={onSort} />
            ))}
            {actions && (
              <th>
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map(({ title, show, minor }, index) =>
                index === 0 ? (
                  <th key={title} scope="row">
                    {show(item)}
                  </th>
                ) : (
                  <td key={title} data-minor={minor || undefined}>
                    {show(item)}
                  </td>
                ),
              )}
              {actions && <td className="data-actions">{actions(item)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>;
  sort?: string;
  onSort?: (sort: string) => void;
}) {
  const by = column.sort;
  if (!by || !onSort) {
    return (
      <th scope="col" data-minor={column.minor || undefined}>
        {column.title}
      </th>
    );
  }
  const state = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none';
  const Icon = state === 'ascending' ? IconArrowUp : state === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <th scope="col" aria-sort={state} data-minor={column.minor || undefined}>
      <button type="button" className="sort" onClick={() => onSort(state === 'ascending' ? `-${by}` : by)}>
        {column.title}
        <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}

function Cards<T>({ label, columns, items, keyOf, actions, sort, onSort, waiting }: Props<T>) {
  const [first, ...others] = columns;
  return (
    <>
      {onSort && <SortChoice columns={columns} sort={sort} onSort={onSort} />}
      <ul
        className="plain data-cards"
        aria-label={label}
        aria-busy={waiting}
        data-waiting={waiting || undefined}
      >
        {items.map((item) => (
          <li key={keyOf(item)} className="section">
            <div className="data-card-head">
              <div className="row-text">{first?.show(item)}</div>
              {actions?.(item)}
            </div>
            <dl className="facts">
              {others.map(({ title, show }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>{show(item)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function SortChoice<T>({
  columns,
  sort,
  onSort,
}: {
  columns: Column<T>[];
  sort?: string;
  onSort: (sort: string) => void;
}) {
  const choices = columns.flatMap(({ title, sort: by }) =>
    by
      ? [
          { value: by, label: `${title}, upwards` },
          { value: `-${by}`, label: `${title}, downwards` },
        ]
      : [],
  );
  return (
    <Select
      aria-label="Sort by"
      data={choices}
      value={sort ?? null}
      onChange={(value) => value && onSort(value)}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      leftSection={<IconArrowsSort size={16} aria-hidden />}
      mb="sm"
    />
  );
}
