import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import { createClosedRoot } from '@/components/closedRoot/closedRoot';
import designCss from '@/components/design/design.css?inline';
import type { Adapter } from '@/lib/workbenches/types';
import { CareRoot, type CareRootProps } from './CareRoot';
import { ChipsRoot } from './ChipsRoot';
import { PaletteRoot, type PaletteRootProps } from './PaletteRoot';
import { PanelRoot, type PanelRootProps } from './PanelRoot';
import { showLooks } from './showLooks';

/**
 * Puts what belongs to a workbench on its page, in one closed shadow root: chips, palette, mark of care, and pill and
 * panel where no page around it shows them. They go when `signal` is aborted.
 */
export function mountOverlay({
  adapter,
  palette,
  care,
  ...panel
}: PanelRootProps & {
  adapter: Adapter;
  palette: Pick<PaletteRootProps, 'store' | 'onPick'>;
  care: Pick<CareRootProps, 'store' | 'palette' | 'onVariant' | 'onDismiss'>;
}): void {
  const { store, document, signal } = panel;
  if (signal.aborted) return;
  const closed = createClosedRoot({ document, css: designCss, signal });
  showLooks({ store, closed, signal });
  const root = createRoot(closed.container);
  root.render(
    <>
      <OwnPanel {...panel} />
      <ChipsRoot adapter={adapter} store={store} document={document} signal={signal} />
      <CareRoot {...care} adapter={adapter} overlay={store} document={document} />
      <PaletteRoot {...palette} adapter={adapter} overlay={store} document={document} />
    </>,
  );
  signal.addEventListener('abort', () => root.unmount(), { once: true });
}

/** null while it is not known yet whether the page around shows it. */
function OwnPanel(props: PanelRootProps) {
  return useStore(props.store, ({ hosted }) => hosted) === false ? <PanelRoot {...props} /> : null;
}
