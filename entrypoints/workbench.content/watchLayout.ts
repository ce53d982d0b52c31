/** Layout is looked at this often while the page changes, and once a second otherwise. */
const BUSY_MS = 100;
const IDLE_MS = 1_000;

/** Runs again after each change of a page's layout, until `signal` is aborted. Gives what runs it soon. */
export function watchLayout({
  document,
  look,
  signal,
}: {
  document: Document;
  look: () => void;
  signal: AbortSignal;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const soon = () => {
    if (signal.aborted) return;
    timer ??= setTimeout(() => {
      timer = null;
      look();
    }, BUSY_MS);
  };
  document.defaultView?.addEventListener('resize', soon, { signal, passive: true });
  document.addEventListener('scroll', soon, { signal, passive: true, capture: true });
  const idle = setInterval(look, IDLE_MS);
  signal.addEventListener(
    'abort',
    () => {
      if (timer !== null) clearTimeout(timer);
      clearInterval(idle);
    },
    { once: true },
  );
  return soon;
}
