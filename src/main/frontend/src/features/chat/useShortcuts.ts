import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../../config/paths';
import { listed } from '../../live/chatViews';
import { useLive } from '../../live/context';
import { takesSingleKeys } from '../../parts/singleKeys';
import { useDialogs } from './dialogs';
import { isTyped, keepsKeys, writes } from './typing';

/**
 * The keys that work everywhere. Single letters do in the list of messages, and only there; what else is typed
 * outside of a field goes to the composer.
 */
export function useShortcuts() {
  const live = useLive();
  const navigate = useNavigate();
  const { id } = useParams();
  const { open } = useDialogs();

  useEffect(() => {
    const step = (by: 1 | -1) => {
      const chat = live.current().state?.chat;
      const all = chat ? listed(chat, false) : [];
      const at = all.findIndex((each) => each.id === id);
      const next = all[at < 0 ? 0 : (at + by + all.length) % all.length];
      if (next) void navigate(paths.chat(next.id));
    };
    const search = async () => {
      await navigate(paths.chats);
      requestAnimationFrame(() => document.getElementById('chat-search')?.focus());
    };
    const find = () => {
      const field = document.getElementById('chat-search');
      if (field && field.offsetParent !== null) field.focus();
      else void search();
    };
    const single: Record<string, () => void> = {
      '/': find,
      n: () => open('new'),
      m: () => document.getElementById('composer')?.focus(),
      '?': () => open('shortcuts'),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[aria-modal="true"]')) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.key !== 'k' || event.altKey || event.shiftKey) return;
        event.preventDefault();
        find();
        return;
      }
      if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
        return;
      }
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.altKey || writes(target) || keepsKeys(target)) return;
      const act = takesSingleKeys(target) ? single[event.key] : undefined;
      if (act) {
        event.preventDefault();
        act();
      } else if (isTyped(event)) document.getElementById('composer')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [live, navigate, id, open]);
}
