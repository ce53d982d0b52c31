import { createRoot } from 'react-dom/client';
import designCss from '@/components/design/design.css?inline';
import { CareRoot, type CareRootProps } from './CareRoot';
import { OverlayRoot, type OverlayRootProps } from './OverlayRoot';
import { PaletteRoot, type PaletteRootProps } from './PaletteRoot';

/** Events that end at the overlay: the page has its own meaning for every key and click. */
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

/**
 * Puts the overlay on the page: one element without any attribute on the body, with a closed shadow root. Nothing
 * enters the workbench's own tree, so that its re-rendering neither removes it nor is disturbed. Goes when `signal` is
 * aborted.
 */
export function mountOverlay({
  document,
  signal,
  palette,
  care,
  ...props
}: OverlayRootProps & {
  document: Document;
  signal: AbortSignal;
  palette: Pick<PaletteRootProps, 'store' | 'onPick'>;
  care: Pick<CareRootProps, 'store' | 'palette' | 'onVariant' | 'onDismiss'>;
}): void {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${designCss}\n${HOST_CSS}`);
  shadow.adoptedStyleSheets = [sheet];
  const container = document.createElement('div');
  shadow.append(container);
  for (const type of KEPT_EVENTS) shadow.addEventListener(type, (event) => event.stopPropagation(), { signal });
  const showTheme = () => {
    const { theme } = props.store.getState();
    if (theme === 'auto') delete container.dataset.theme;
    else container.dataset.theme = theme;
  };
  showTheme();
  const stopTheme = props.store.subscribe(showTheme);
  document.body.append(host);

  const root = createRoot(container);
  root.render(
    <>
      <OverlayRoot {...props} document={document} signal={signal} />
      <CareRoot {...care} adapter={props.adapter} overlay={props.store} document={document} />
      <PaletteRoot {...palette} adapter={props.adapter} overlay={props.store} document={document} />
    </>,
  );

  // A workbench that replaces its whole body takes the overlay along; it comes back without being drawn anew.
  const watch = new MutationObserver(() => {
    if (!host.isConnected && document.body !== null) document.body.append(host);
  });
  watch.observe(document.documentElement, { childList: true });
  watch.observe(document.body, { childList: true });
  signal.addEventListener(
    'abort',
    () => {
      watch.disconnect();
      stopTheme();
      root.unmount();
      host.remove();
    },
    { once: true },
  );
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
}
`;
