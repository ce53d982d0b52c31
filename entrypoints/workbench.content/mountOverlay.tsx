import { createRoot } from 'react-dom/client';
import { createClosedRoot } from '@/components/closedRoot/closedRoot';
import designCss from '@/components/design/design.css?inline';
import { CareRoot, type CareRootProps } from './CareRoot';
import { OverlayRoot, type OverlayRootProps } from './OverlayRoot';
import { PaletteRoot, type PaletteRootProps } from './PaletteRoot';

/** Puts overlay and palette on the page, in one closed shadow root; they go when `signal` is aborted. */
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
  if (signal.aborted) return;
  const { container, setAside } = createClosedRoot({ document, css: designCss, signal });
  const show = () => {
    const { theme, aside } = props.store.getState();
    if (theme === 'auto') delete container.dataset.theme;
    else container.dataset.theme = theme;
    setAside(aside);
  };
  show();
  const stop = props.store.subscribe(show);

  const root = createRoot(container);
  root.render(
    <>
      <OverlayRoot {...props} document={document} signal={signal} />
      <CareRoot {...care} adapter={props.adapter} overlay={props.store} document={document} />
      <PaletteRoot {...palette} adapter={props.adapter} overlay={props.store} document={document} />
    </>,
  );
  signal.addEventListener(
    'abort',
    () => {
      stop();
      root.unmount();
    },
    { once: true },
  );
}
