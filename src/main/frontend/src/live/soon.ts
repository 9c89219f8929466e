const AT_LAST_MS = 100;

/**
 * Does some work soon, once for all who ask for it meanwhile: before the page is drawn the next time, or at once where
 * nothing is drawn because the page is out of sight.
 */
export function soon(work: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  let asked = false;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    asked = false;
    work();
  };
  port1.onmessage = run;
  return () => {
    if (asked) return;
    asked = true;
    if (document.hidden) {
      // Timers and frames are slowed there.
      port2.postMessage(null);
      return;
    }
    frame = requestAnimationFrame(run);
    // The page may go out of sight before it is drawn.
    timer = setTimeout(run, AT_LAST_MS);
  };
}
