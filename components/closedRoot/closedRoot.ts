/** Events that end at what is ours: the page has its own meaning for every key and click. */
const KEPT_EVENTS = [
  'keydown',
  'keyup',
  'keypress',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'wheel',
  'focusin',
  'focusout',
  'input',
  'change',
] as const;

/** Our one place on somebody else's page. */
export interface ClosedRoot {
  host: HTMLElement;
  /** What is drawn goes in here. */
  container: HTMLElement;
  /** Takes it off the page and puts it back, as it was. */
  setAside(aside: boolean): void;
}

/**
 * Puts one element without any attribute on the body, with a closed shadow root. Nothing enters the page's own tree, so
 * that its re-rendering neither removes ours nor is disturbed. Goes when `signal` is aborted.
 */
export function createClosedRoot({
  document,
  css,
  signal,
}: {
  document: Document;
  css: string;
  signal: AbortSignal;
}): ClosedRoot {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${css}\n${HOST_CSS}`);
  shadow.adoptedStyleSheets = [sheet];
  const container = document.createElement('div');
  shadow.append(container);
  for (const type of KEPT_EVENTS) shadow.addEventListener(type, (event) => event.stopPropagation(), { signal });
  let away = false;
  const place = () => {
    if (!away && !host.isConnected && document.body !== null) document.body.append(host);
  };
  place();

  // A page that replaces its whole body takes it along; it comes back without being drawn anew.
  const watch = new MutationObserver(place);
  watch.observe(document.documentElement, { childList: true });
  watch.observe(document.body, { childList: true });
  signal.addEventListener(
    'abort',
    () => {
      watch.disconnect();
      host.remove();
    },
    { once: true },
  );
  return {
    host,
    container,
    setAside(aside) {
      away = aside;
      if (aside) host.remove();
      else place();
    },
  };
}

/**
 * The host takes no room and no pointer; what stands in it does. A page's own rules for divs come before `:host`, so
 * these have to be important.
 */
const HOST_CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  left: 0 !important;
  top: 0 !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483646 !important;
  pointer-events: none !important;
}
[data-overlay] { pointer-events: auto; }
.mh-outline {
  position: fixed;
  box-sizing: border-box;
  border: 3px solid var(--mh-accent);
  border-radius: var(--mh-radius);
  background: transparent;
}
`;
