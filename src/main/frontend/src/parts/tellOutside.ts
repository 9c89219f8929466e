/** Has the browser tell something outside of the page, where it can and may. */
export function tellOutside(title: string, options: NotificationOptions, open: () => void) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(title, options);
    shown.onclick = () => {
      window.focus();
      open();
      shown.close();
    };
  } catch {
    // The browsers of some phones have it and let no page use it.
  }
}
