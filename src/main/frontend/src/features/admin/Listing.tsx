import type { ReactNode } from 'react';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';

interface Props {
  list: {
    items: unknown[] | null;
    failure: string | null;
    reload: () => Promise<void>;
    more: (() => unknown) | null;
  };
  /** What stands there when there is nothing. */
  empty: ReactNode;
  children: ReactNode;
}

/** A list in each of its states: loading, failed, empty, or there, with more of it below. */
export function Listing({ list, empty, children }: Props) {
  return (
    <>
      {(!list.items || list.failure) && <Waiting failure={list.failure} retry={list.reload} />}
      {list.items?.length === 0 && !list.failure && empty}
      {list.items && list.items.length > 0 && children}
      <More load={list.more} />
    </>
  );
}
