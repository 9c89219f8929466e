import type { Told } from '../../worker/news';

/** Hears what the service worker tells this window, and can say that it was understood. */
export function onWorker(listener: (told: Told, answer: () => void) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  const hear = ({ data, ports }: MessageEvent<Told>) => listener(data, () => ports[0]?.postMessage(true));
  navigator.serviceWorker.addEventListener('message', hear);
  return () => navigator.serviceWorker.removeEventListener('message', hear);
}
