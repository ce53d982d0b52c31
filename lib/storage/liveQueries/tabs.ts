import type { TabState, WorkbenchTab } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import type { Database } from '../database';
import { SILENCE_MS } from '../recorders';
import type { RecorderState } from '../records.types';

/** An observer that was heard of within this may live: the silence that ends it, and the time until that is noticed. */
const LIVING_MS = 2 * SILENCE_MS;

/** What each open workbench tab does, in the order in which they were opened. */
export async function readTabs(
  database: Database,
  { settings, workbenchName, now }: { settings: Settings; workbenchName: (id: string) => string; now: number },
): Promise<WorkbenchTab[]> {
  // The writer ends the silent ones; those of earlier days are never looked at.
  const recent = await database.recorders
    .where('lastBeatAt')
    .above(now - LIVING_MS)
    .toArray();
  const recorders = recent.filter(({ endedAt }) => endedAt === null).sort((a, b) => a.startedAt - b.startedAt);
  return recorders.map((recorder) => ({
    tabId: recorder.tabId,
    windowId: recorder.windowId,
    workbenchId: recorder.workbenchId,
    workbenchName: workbenchName(recorder.workbenchId),
    account: recorder.account,
    shop: recorder.shop,
    asksForShop: recorder.shop === null && settings.origins[recorder.origin]?.asked !== true,
    origin: recorder.origin,
    status: stateOf(recorder, settings),
  }));
}

function stateOf(recorder: RecorderState, { consentedAt, pausedAt }: Settings): TabState {
  if (consentedAt === null) return { state: 'noConsent' };
  if (pausedAt !== null) return { state: 'paused', since: pausedAt };
  if (recorder.problem === null) return { state: 'recording' };
  return { state: 'notReading', since: recorder.problemSince ?? recorder.lastBeatAt, problem: recorder.problem };
}
