import type { Virtualizer } from '@tanstack/react-virtual';
import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { takesSingleKeys } from '../../parts/singleKeys';
import { mayAnswer, mayEdit, mayRemove, useThreadActs } from './threadContext';
import type { Row } from './threadRows';

/**
 * The keyboard in the list of messages: arrows move from one to the next, Home and End to the edges, and
 * letters act on the one that has the focus.
 */
export function useThreadKeys(
  rows: Row[],
  list: Virtualizer<HTMLDivElement, Element>,
  log: RefObject<HTMLDivElement | null>,
) {
  const acts = useThreadActs();
  const [chosen, setChosen] = useState<string | null>(null);
  const current = rows.some((row) => row.key === chosen) ? chosen : (rows[rows.length - 1]?.key ?? null);

  const focusRow = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setChosen(row.key);
    const find = () => log.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`);
    list.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    const there = find();
    if (there) there.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const onRow = target.dataset.key !== undefined;
    if ((!onRow && target !== log.current) || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.findIndex((row) => row.key === current);
    if (move(event.key, onRow, at)) event.preventDefault();
    else if (onRow && act(event.key, rows[at], target)) event.preventDefault();
  };

  const move = (key: string, onRow: boolean, at: number): boolean => {
    if (key === 'ArrowUp') focusRow(onRow ? at - 1 : at);
    else if (key === 'ArrowDown') focusRow(onRow ? at + 1 : at);
    else if (key === 'Home') focusRow(0);
    else if (key === 'End') focusRow(rows.length - 1);
    else return false;
    return true;
  };

  const act = (key: string, row: Row | undefined, target: HTMLElement): boolean => {
    if (row?.kind !== 'message') return false;
    const { message } = row;
    if (key.length === 1 && !takesSingleKeys(target)) return false;
    if (key === 'r' && mayAnswer(acts, message)) acts.reply(message);
    else if (key === '+' && mayAnswer(acts, message)) acts.pick(message, target);
    else if (key === 'e' && mayEdit(acts, message)) acts.edit(message);
    else if (key === 'c' && message.body) acts.copy(message);
    else if (key === 'Delete' && mayRemove(acts, message)) acts.remove(message);
    else if (key === 'Enter' && !message.deleted_at) acts.more(message);
    else return false;
    return true;
  };

  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const key = event.target.dataset.key;
    if (key !== undefined) setChosen(key);
  };

  return { current, onKeyDown, onFocus };
}
