import { createRoot } from 'react-dom/client';
import { createClosedRoot } from '@/components/closedRoot/closedRoot';
import designCss from '@/components/design/design.css?inline';
import { type FrameRequest, onMessage, sendMessage } from '@/lib/messaging/protocol';
import type { HeardFrame, HeardFrames } from './hearFrames';
import { createOverlayActions } from './overlayActions';
import { createOverlayStore } from './overlayStore';
import { PanelRoot } from './PanelRoot';
import { restorePlace, welcomed } from './restorePlace';
import { listenToShortcuts } from './shortcuts';
import { showLooks } from './showLooks';

/** A frame in sight that says nothing for so long is not being recorded: the worker, or the frame, is gone. */
const SILENT_MS = 30_000;
const LOOK_MS = 1_000;

/**
 * Shows pill and panel of the workbenches that live in frames of this page, which itself is none. Their lists have the
 * chips, their composers palette and marks, where they are. Gives what takes it off the page and puts it back.
 */
export function hostFrames({
  window,
  heard,
  signal,
  report,
}: {
  window: Window;
  heard: HeardFrames;
  signal: AbortSignal;
  report: (error: unknown) => void;
}): (aside: boolean) => void {
  const { document } = window;
  const store = createOverlayStore();
  const welcomedIds = new Set<string>();
  let shownFrame: HeardFrame | null = null;
  let teachingHere = false;
  let visibleSince = Date.now();
  let mounted = false;

  const ask = (request: FrameRequest) => {
    if (shownFrame !== null) sendMessage('askFrame', { frameId: shownFrame.frameId, request }).catch(report);
  };
  const actions = createOverlayActions({
    document,
    store,
    reach: {
      insert: (suggestion) => ask({ do: 'insert', suggestion }),
      outline: () => false,
      frameId: () => shownFrame?.frameId ?? null,
    },
    report,
  });

  const look = () => {
    const frames = heard.list();
    const same = frames.find(({ id }) => id === shownFrame?.id);
    shownFrame = same ?? frames[0] ?? null;
    // One that is not read comes before one that is: it must not be missed.
    const [troubled] = frames.filter(({ state }) => state.problem !== null || state.undeliveredSince !== null);
    const silent = document.hidden
      ? undefined
      : frames.find(({ heardAt }) => isSilent(Math.max(heardAt, visibleSince)));
    store.setState({
      workbenchId: shownFrame?.state.workbenchId ?? '',
      problem: troubled?.state.problem ?? null,
      undeliveredSince: troubled?.state.undeliveredSince ?? silent?.heardAt ?? null,
      aside: teachingHere || shownFrame === null || frames.some(({ state }) => state.aside),
    });
    if (shownFrame === null) return;
    if (!mounted) mount();
    for (const { id, frameId } of frames) if (!welcomedIds.has(id)) void welcome({ id, frameId });
  };
  const welcome = async (frame: { id: string; frameId: number }) => {
    welcomedIds.add(frame.id);
    try {
      const { view, ...welcome } = await sendMessage('hostFrame', frame);
      store.setState({ ...welcomed(welcome), view });
      restorePlace(store, document);
    } catch (error) {
      welcomedIds.delete(frame.id);
      report(error);
    }
  };
  const mount = () => {
    mounted = true;
    const closed = createClosedRoot({ document, css: designCss, signal });
    showLooks({ store, closed, signal });
    // The focus is in the frame as a rule, and with it the next key.
    closed.container.addEventListener('click', () =>
      setTimeout(() => {
        if (!store.getState().folded) ask({ do: 'listenForEscape' });
      }),
    );
    const root = createRoot(closed.container);
    const obstacles = () => heard.list().flatMap(({ boxes }) => boxes);
    root.render(
      <PanelRoot store={store} actions={actions} obstacles={obstacles} document={document} signal={signal} />,
    );
    signal.addEventListener('abort', () => root.unmount(), { once: true });
    listenToShortcuts({
      window,
      signal,
      suggestions: () => store.getState().open?.suggestions ?? [],
      onInsert: actions.overlay.onInsert,
    });
  };

  const stopListening = [
    onMessage('viewChanged', ({ data: { recorderId, view, open } }) => {
      if (recorderId === shownFrame?.state.recorderId) store.setState({ view, open });
    }),
    onMessage('recordingChanged', ({ data }) => store.setState(welcomed(data))),
    onMessage('toggleOverlay', () => {
      if (mounted) actions.overlay.onToggle();
    }),
    onMessage('foldOverlay', () => {
      if (mounted && !store.getState().folded) actions.overlay.onToggle();
    }),
  ];
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', () => (visibleSince = Date.now()), { signal });
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      for (const stop of stopListening) stop();
    },
    { once: true },
  );
  heard.onChange(look, signal);
  look();
  return (aside) => {
    teachingHere = aside;
    look();
  };
}

function isSilent(since: number): boolean {
  return Date.now() - since > SILENT_MS;
}
