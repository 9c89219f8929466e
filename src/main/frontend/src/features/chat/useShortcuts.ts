import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { paths } from '../../config/paths';
import { listed } from '../../live/chatViews';
import { useLive } from '../../live/context';
import { useDialogs } from './dialogs';

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys that work everywhere, except single letters while one is writing or a dialog is open. */
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
    const single: Record<string, () => void> = {
      '/': () => {
        const field = document.getElementById('chat-search');
        if (field && field.offsetParent !== null) field.focus();
        else void search();
      },
      n: () => open('new'),
      m: () => document.getElementById('composer')?.focus(),
      '?': () => open('shortcuts'),
    };
    const onKey = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        document.querySelector('[aria-modal="true"]')
      ) {
        return;
      }
      if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        event.preventDefault();
        step(event.key === 'ArrowDown' ? 1 : -1);
        return;
      }
      const act = event.altKey || writes(event.target) ? undefined : single[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [live, navigate, id, open]);
}
