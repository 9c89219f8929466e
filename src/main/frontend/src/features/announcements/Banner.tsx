import './banner.css';

import { useEffect, useRef, useState } from 'react';
import type { Announcement } from '../../api/admin';
import { call } from '../../api/client';
import { useLive, useLiveView } from '../../live/context';
import { dismiss, dismissed, nextEnd, shownAt, told } from './announced';
import { BannerLine } from './BannerLine';

/** The longest that a browser's timer waits. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** What administrators announce, at the top of the screen until it ends or is dismissed. */
export default function Banner() {
  const known = useAnnouncements();
  const [gone, setGone] = useState(dismissed);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const next = nextEnd(now, known);
    if (next === null) return;
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, next - Date.now()));
    const timer = setTimeout(() => setNow(Date.now()), wait);
    return () => clearTimeout(timer);
  }, [known, now]);
  return (
    <section className="banners" aria-label="Announcements" aria-live="polite">
      {shownAt(now, known, gone).map(({ id, level, text }) => (
        <BannerLine key={id} level={level} text={text} onDismiss={() => setGone(dismiss(id))} />
      ))}
    </section>
  );
}

/** The announcements of now, loaded whenever the page becomes live and kept by what is told since. */
function useAnnouncements(): Announcement[] {
  const live = useLive();
  const { link } = useLiveView();
  const [known, setKnown] = useState<Announcement[]>([]);
  const withdrawn = useRef(new Set<string>());
  const connected = link === 'live';
  useEffect(() => {
    if (!connected) return;
    let overtaken = false;
    call<{ items: Announcement[] }>('GET', 'announcements/')
      .then(({ items }) => {
        // One that was withdrawn while the list was on its way is not in it any more.
        if (!overtaken) setKnown(items.filter(({ id }) => !withdrawn.current.has(id)));
      })
      // It is asked again at the next connection; what is shown stays.
      .catch(() => undefined);
    return () => {
      overtaken = true;
    };
  }, [connected]);
  useEffect(
    () =>
      live.onEvent(({ event, data }) => {
        if (!data) return;
        const news = data as Announcement;
        if (event === 'announcement.published') setKnown((list) => told(list, news));
        if (event === 'announcement.withdrawn') {
          withdrawn.current.add(news.id);
          setKnown((list) => list.filter(({ id }) => id !== news.id));
        }
      }),
    [live],
  );
  return known;
}
