import type { ListReading, Reading, TranscriptReading, WorkbenchDuty } from '@/lib/domain/reading';
import { startObserver } from '@/lib/observer/startObserver';
import type { Adapter } from '@/lib/workbenches/types';
import { morph } from './morph';

/** One state of a workbench's page, and what is to be read from it. */
export interface FixtureStep {
  /** The file's name without .html. */
  page: string;
  /** The address's path. */
  path: string;
  /** Key of the open conversation. */
  open: string;
  /** Author (or `event`), text (or the event), shown time of 2026-11-21; null = the rows of before still stand there. */
  rows: [string, string, string | null][] | null;
  /** Key, unread, active. */
  list: [string, number | null, boolean][];
  /** The agent's own state; absent = the page says nothing of it that is known. */
  duty?: WorkbenchDuty;
}

/** What stands in an expected.json. */
export interface Fixtures {
  /** Words of a row that is no message, on the page `live`; absent = the documents name no such row. */
  system?: string;
  steps: FixtureStep[];
}

/** ms of a shown time: of the day of the fixtures in local time, or complete. */
export function shownAt(time: string): number {
  if (time.endsWith('Z')) return Date.parse(time);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return new Date(2026, 10, 21, hour, minute, second).getTime();
}

export interface StageOptions {
  adapter: Adapter;
  /** The HTML of a page by its name. */
  pageOf: (page: string) => string;
  /** Whether an element is drawn; absent = what the browser says. */
  isVisible?: (element: Element) => boolean;
  /** What the page does once it is drawn: a workbench scrolls to its newest row. */
  onDrawn?: () => void;
}

/** Without layout: hidden by the attribute or by its own style. */
export function isDrawnWithoutLayout(element: Element): boolean {
  return element.closest('[hidden], [style*="display: none"]') === null;
}

/** Plays a workbench's pages one after the other under an observer, its clock and timers in hand. */
export function openStage({ adapter, pageOf, isVisible, onDrawn }: StageOptions) {
  const controller = new AbortController();
  const timers = new Set<{ at: number; run: () => void }>();
  const readings: Reading[] = [];
  const errors: unknown[] = [];
  let now = new Date(2026, 10, 21, 14, 10).getTime();
  let started = false;
  const start = () =>
    startObserver({
      adapter,
      document,
      recorderId: 'fixture',
      signal: controller.signal,
      onReading: (reading) => readings.push(structuredClone(reading)),
      onError: (error) => errors.push(error),
      clock: { now: () => now, performanceNow: () => now },
      schedule(run, delayMs) {
        const timer = { at: now + delayMs, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      ...(isVisible && { isVisible }),
    });
  const stage = {
    errors,
    /** Only what was read since the page was shown. */
    async show({ page, path }: FixtureStep): Promise<{ transcripts: TranscriptReading[]; lists: ListReading[] }> {
      const from = readings.length;
      history.replaceState(null, '', path);
      const next = new DOMParser().parseFromString(pageOf(page), 'text/html').body;
      morph(document.body, next);
      onDrawn?.();
      if (!started) start();
      started = true;
      await stage.pass(2000);
      const seen = readings.slice(from);
      return {
        transcripts: seen.filter((reading) => reading.kind === 'transcript'),
        lists: seen.filter((reading) => reading.kind === 'list'),
      };
    },
    /** The last list and health that were read at all. */
    lastList: () => readings.filter((reading) => reading.kind === 'list').at(-1),
    lastProblem: () => readings.filter((reading) => reading.kind === 'health').at(-1)?.problem,
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = next.at;
        next.run();
        await settle();
      }
      now = until;
    },
    now: () => now,
    close: () => controller.abort(),
  };
  return stage;
}

/** Mutation records are delivered as microtasks. */
async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await Promise.resolve();
}
