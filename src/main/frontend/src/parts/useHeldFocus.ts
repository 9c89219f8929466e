import { useEffect } from 'react';

/** Gives focus back to a button or switch that lost it by being disabled while it waited for the server. */
export function useHeldFocus() {
  useEffect(() => {
    let waiting: HTMLElement | null = null;
    const lost = ({ target }: FocusEvent) => {
      waiting = target instanceof HTMLElement && target.matches(':disabled') ? target : null;
    };
    const moved = () => {
      waiting = null;
    };
    const look = () => {
      const held = waiting;
      if (!held || (held.isConnected && held.matches(':disabled'))) return;
      waiting = null;
      if (document.activeElement === document.body) held.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { attributes: true, attributeFilter: ['disabled'], subtree: true });
    document.addEventListener('focusout', lost);
    document.addEventListener('focusin', moved);
    document.addEventListener('pointerdown', moved);
    return () => {
      watch.disconnect();
      document.removeEventListener('focusout', lost);
      document.removeEventListener('focusin', moved);
      document.removeEventListener('pointerdown', moved);
    };
  }, []);
}
