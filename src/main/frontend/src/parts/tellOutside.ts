import { show, type News } from '../worker/news';

/**
 * Has the browser tell something outside of the page, where it can and may: by the service worker when there is one,
 * so that a push of the same takes its place, and phones let nothing else do it.
 */
export async function tellOutside(news: News, open: () => void): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const registration =
      'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
    if (registration?.active) await show(registration, news);
    else showAlone(news, open);
  } catch {
    // The browsers of some phones have it and let no page use it.
  }
}

function showAlone({ title, body, tag }: News, open: () => void) {
  const shown = new Notification(title, { body, tag });
  shown.onclick = () => {
    window.focus();
    open();
    shown.close();
  };
}
