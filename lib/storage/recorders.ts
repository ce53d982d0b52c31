import type { NotReadingReason, Recorder } from '@/lib/domain/reading';
import type { Database } from './database';
import { forgetDuty, noteReturn } from './duties';
import { openGap } from './gaps';
import type { RecorderState } from './records.types';

/** An observer that says nothing for longer is taken for gone: twice the slowest timer of a hidden tab, and some. */
export const SILENCE_MS = 150_000;

/** More tabs than anybody has open at once. */
const LAST_RECORDERS = 50;

/** Where an observer lives, as the browser tells the background. */
export interface RecorderPlace {
  tabId: number;
  windowId: number;
  frameId: number;
}

/** Takes a new observer in. What its workbench could not record since the last one spoke becomes a gap. */
export async function startRecorder(
  database: Database,
  { recorder, place, now }: { recorder: Recorder; place: RecorderPlace; now: number },
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const known = await database.recorders.get(recorder.id);
    if (known !== undefined) {
      await resumeRecorder(database, known, now);
      return;
    }
    const sameTab = (await livingRecorders(database)).filter(
      // A page that nobody knew is known now, in whichever of its frames.
      (other) =>
        other.tabId === place.tabId &&
        (other.frameId === place.frameId || other.problem === 'noAdapter' || other.problem === 'asksForSeller'),
    );
    for (const other of sameTab) await endRecorder(database, other, other.lastBeatAt);
    // A browser that was killed left its observers as they were.
    for (const other of await livingRecorders(database)) {
      if (now - other.lastBeatAt > SILENCE_MS) await endRecorder(database, other, other.lastBeatAt);
    }
    await noteReturnTo(database, now);
    const before = await database.recorders
      .filter((other) => other.workbenchId === recorder.workbenchId && other.origin === recorder.origin)
      .toArray();
    const last = Math.max(...before.map((other) => other.endedAt ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(last) && last < now) await openGap(database, { kind: 'closed', recorder, from: last, to: now });
    await database.recorders.put({
      ...recorder,
      ...place,
      startedAt: now,
      lastBeatAt: now,
      endedAt: null,
      problem: null,
      problemSince: null,
      hidden: false,
      openConversationId: null,
      listReadAt: null,
    });
  });
}

/** An observer that was taken for gone (the computer slept) speaks again. */
async function resumeRecorder(database: Database, recorder: RecorderState, now: number): Promise<void> {
  if (recorder.endedAt === null) return;
  await noteReturnTo(database, now);
  await openGap(database, { kind: 'closed', recorder, from: recorder.endedAt, to: now });
  await database.recorders.update(recorder.id, { endedAt: null, lastBeatAt: now });
}

/** Notes that an observer lives. False when the store does not know it: it has to say hello again. */
export async function beat(
  database: Database,
  {
    recorderId,
    problem,
    hidden,
    now,
  }: { recorderId: string; problem: NotReadingReason | null; hidden: boolean; now: number },
): Promise<boolean> {
  return database.transaction('rw', database.tables, async () => {
    const state = await database.recorders.get(recorderId);
    if (state === undefined || state.endedAt !== null) return false;
    if (now - state.lastBeatAt > SILENCE_MS) {
      await noteReturnTo(database, now);
      await openGap(database, { kind: 'closed', recorder: state, from: state.lastBeatAt, to: now });
    }
    const problemSince = problem === state.problem ? state.problemSince : problem === null ? null : now;
    await database.recorders.update(recorderId, { lastBeatAt: now, problem, problemSince, hidden });
    return true;
  });
}

/** An observer speaks: was it, and every other one, silent for so long that the browser was closed on purpose? */
async function noteReturnTo(database: Database, now: number): Promise<void> {
  const last = await database.recorders.orderBy('lastBeatAt').reverse().limit(LAST_RECORDERS).toArray();
  await noteReturn(database, { recorders: last, now });
}

/** The observers that have not ended. */
export async function livingRecorders(database: Database): Promise<RecorderState[]> {
  return database.recorders.filter((recorder) => recorder.endedAt === null).toArray();
}

/** Ends an observer: its tab was closed or loaded anew, or it fell silent. */
export async function endRecorder(database: Database, recorder: RecorderState, at: number): Promise<void> {
  await database.recorders.update(recorder.id, { endedAt: at });
  await database.gaps
    .filter((gap) => gap.recorderId === recorder.id && gap.kind === 'notReading' && gap.to === null)
    .modify((gap) => {
      gap.to = Math.max(gap.from, at);
    });
  const { account } = recorder;
  const others = (await livingRecorders(database)).filter(
    (other) =>
      other.workbenchId === recorder.workbenchId && other.origin === recorder.origin && other.account === account,
  );
  if (others.length === 0) await forgetDuty(database, recorder, at);
  if (recorder.openConversationId !== null) {
    await database.conversations.update(recorder.openConversationId, { openedAt: null, firstKeyAt: null });
  }
}

/** Ends the observers of a closed tab, and those that fell silent; with `all`, every one. */
export async function endGoneRecorders(
  database: Database,
  { closedTabId, all = false, now }: { closedTabId?: number; all?: boolean; now: number },
): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const recorder of await livingRecorders(database)) {
      if (all || recorder.tabId === closedTabId) await endRecorder(database, recorder, now);
      else if (now - recorder.lastBeatAt > SILENCE_MS) await endRecorder(database, recorder, recorder.lastBeatAt);
    }
  });
}
