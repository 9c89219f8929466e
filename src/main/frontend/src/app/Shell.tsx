import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { paths } from '../config/paths';
import { Part } from '../parts/Part';
import { useKeptFocus } from '../parts/useKeptFocus';
import { writesAtOnce } from '../features/chat/composerFocus';
import { useShortcuts } from '../features/chat/useShortcuts';
import { SidePane } from './SidePane';

const LISTS: string[] = [paths.chats, paths.people, paths.requests, paths.connections];

/** The lists and what is chosen in them, side by side; on a narrow screen one of them. */
export function Shell() {
  const { pathname } = useLocation();
  const showing = LISTS.includes(pathname) ? 'pane' : 'content';
  const content = useRef<HTMLElement>(null);
  const narrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false });
  const onlyPane = narrow && showing === 'pane';
  const first = useRef(true);
  useKeptFocus();
  useShortcuts();

  useEffect(() => {
    if (!first.current && showing === 'content' && !writesAtOnce()) content.current?.focus();
    first.current = false;
  }, [pathname, showing]);

  return (
    <div className="shell" data-showing={showing}>
      {!onlyPane && (
        <a className="skip-link" href="#content">
          Skip to content
        </a>
      )}
      <SidePane only={onlyPane} />
      {!onlyPane && (
        <main className="content" id="content" tabIndex={-1} ref={content} data-region>
          <Part at={pathname}>
            <Outlet />
          </Part>
        </main>
      )}
    </div>
  );
}
