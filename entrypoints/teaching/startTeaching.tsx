import { createRoot } from 'react-dom/client';
import { createClosedRoot } from '@/components/closedRoot/closedRoot';
import sheet from '@/components/teaching/sheet.css?inline';
import { TEACHING_PARTS, type TeachingActions, type TeachingPart } from '@/components/teaching/teachingProps';
import type { Picks } from '@/lib/inference/picks';
import { sendMessage } from '@/lib/messaging/protocol';
import { normaliseText } from '@/lib/observer/normaliseText';
import { panelPlace } from './panelPlace';
import { createPicker } from './picker';
import { ownAdapterOf, type Recognition, recognise } from './recognise';
import { TeachingRoot } from './TeachingRoot';
import { createTeachingStore } from './teachingStore';
import { viewOf } from './viewOf';

declare global {
  /** Teaching is on this page already; the page itself cannot see it. */
  var miaohuiTeaches: boolean | undefined;
}

/** The page scrolls, grows and gets messages while it is being taught. */
const LOOK_MS = 200;

/** Shows how the page is read, lets the user correct it, and keeps what they confirm. */
export async function startTeaching(): Promise<void> {
  if (globalThis.miaohuiTeaches === true) return;
  globalThis.miaohuiTeaches = true;
  const life = new AbortController();
  const { signal } = life;
  signal.addEventListener('abort', () => {
    globalThis.miaohuiTeaches = false;
  });
  const page = globalThis.miaohuiPage;
  const { location } = document;
  const stored = page?.adapter ?? null;
  try {
    const start = await sendMessage('beginTeaching', { origin: location.origin, workbenchId: stored?.id ?? null });
    page?.setAside(true);
    signal.addEventListener('abort', () => page?.setAside(false));
    teach({ stored, known: start.known }, start, life);
  } catch (error) {
    life.abort();
    console.error('秒回:', error);
  }
}

function teach(
  recognition: Recognition,
  { language, theme }: { language: 'zh-CN' | 'en'; theme: 'auto' | 'light' | 'dark' },
  life: AbortController,
): void {
  const { signal } = life;
  const picks: Picks = {};
  let reading = recognise(recognition, picks, document);
  let found = viewOf(reading, false, document);
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const store = createTeachingStore({
    mode: recognition.stored === null ? 'teach' : 'repair',
    host: document.location.host,
    place: panelPlace(found.boxes, { width, height }),
  });
  const answered = () => picks.own !== undefined || picks.customer !== undefined;
  const show = () => {
    const { elements: _, asked: __, ...view } = found;
    const before = store.getState();
    const next = { ...view, candidate: before.picking === null ? null : candidateOf(candidate) };
    // Nothing is drawn again when nothing moved.
    if (JSON.stringify({ ...before, ...next }) !== JSON.stringify(before)) store.setState(next);
  };
  const look = () => {
    found = viewOf(reading, answered(), document);
    show();
  };

  let candidate: Element | null = null;
  const { host, container } = createClosedRoot({ document, css: sheet, signal });
  if (theme !== 'auto') container.dataset.theme = theme;
  let panel: HTMLElement | null = null;

  const picker = createPicker({
    window,
    host,
    signal,
    isPicking: () => store.getState().picking !== null,
    isOnPanel(x, y) {
      const box = panel?.getBoundingClientRect();
      return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    },
    onCandidate(element) {
      candidate = element;
      show();
    },
    onPick(element) {
      const { picking } = store.getState();
      if (picking !== null) point(picking, element);
    },
    onLeave: () => store.setState({ picking: null, candidate: null }),
  });

  /** A reading that does not fit what was pointed at is not taken; the one before stays. */
  function point(part: TeachingPart, element: Element): void {
    const next = recognise(recognition, { ...picks, [part]: element }, document);
    const view = viewOf(next, true, document);
    const understood =
      next.adapter !== null &&
      view.elements[part].some((one) => one.contains(element) || element.contains(one)) &&
      (part === 'item' || part === 'composer' || view.messages.length > 0);
    store.setState({ picking: null, candidate: null, misunderstood: !understood });
    if (understood) {
      picks[part] = element;
      reading = next;
    }
    look();
  }

  async function confirm(): Promise<void> {
    if (reading.adapter === null) return;
    const own = ownAdapterOf(reading.adapter, recognition, reading.confidence, document.location.href);
    store.setState({ failed: null });
    try {
      await sendMessage('saveOwnAdapter', { own });
      life.abort();
    } catch (error) {
      store.setState({ failed: error instanceof Error ? error.message : String(error) });
    }
  }

  const actions: TeachingActions = {
    onPick(part) {
      store.setState({ picking: part, misunderstood: false });
      const first = found.elements[part].at(-1) ?? TEACHING_PARTS.flatMap((one) => found.elements[one]).at(0);
      picker.start(first ?? document.body);
    },
    onLeavePicking: () => store.setState({ picking: null, candidate: null }),
    onAnswer(index) {
      const element = found.asked?.[index];
      if (element) point('own', element);
    },
    onConfirm: () => void confirm(),
    onCancel: () => life.abort(),
  };

  const root = createRoot(container);
  root.render(
    <TeachingRoot
      store={store}
      actions={actions}
      language={language}
      panelRef={(element) => {
        panel = element;
      }}
    />,
  );
  const timer = setInterval(look, LOOK_MS);
  const passive = { capture: true, passive: true, signal };
  document.addEventListener('scroll', look, passive);
  window.addEventListener('resize', look, passive);
  listenToKeys(container, life, () => store.getState().picking !== null);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    root.unmount();
  });
  look();
}

/** Tab goes round within the panel, Esc ends teaching: the page's own keys are a Tab away from a mistake. */
function listenToKeys(container: HTMLElement, life: AbortController, isPicking: () => boolean): void {
  container.addEventListener('keydown', (event) => {
    if (isPicking()) return;
    if (event.key === 'Escape') life.abort();
    if (event.key !== 'Tab') return;
    const all = [...container.querySelectorAll<HTMLElement>('button:not(:disabled), summary')];
    const root = container.getRootNode() as ShadowRoot;
    const at = all.indexOf(root.activeElement as HTMLElement);
    const next = event.shiftKey ? (at <= 0 ? all.length - 1 : at - 1) : at === all.length - 1 ? 0 : at + 1;
    event.preventDefault();
    all[next]?.focus({ preventScroll: true });
  });
}

function candidateOf(element: Element | null) {
  if (!element?.isConnected) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const text = normaliseText(element.textContent ?? '').slice(0, 60);
  return {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(width),
    height: Math.round(height),
    text: text === '' ? element.tagName.toLowerCase() : text,
  };
}
