import type { TabState, WorkbenchTab } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import type { Database } from '../database';
import { livingRecorders } from '../recorders';
import type { RecorderState } from '../records.types';

/** What each open workbench tab does, in the order in which they were opened. */
export async function readTabs(
  database: Database,
  { settings, workbenchName }: { settings: Settings; workbenchName: (id: string) => string },
): Promise<WorkbenchTab[]> {
  const recorders = (await livingRecorders(database)).sort((a, b) => a.startedAt - b.startedAt);
  return recorders.map((recorder) => ({
    tabId: recorder.tabId,
    windowId: recorder.windowId,
    workbenchId: recorder.workbenchId,
    workbenchName: workbenchName(recorder.workbenchId),
    account: recorder.account,
    shop: recorder.shop,
    status: stateOf(recorder, settings),
  }));
}

function stateOf(recorder: RecorderState, { consentedAt, pausedAt }: Settings): TabState {
  if (consentedAt === null) return { state: 'noConsent' };
  if (pausedAt !== null) return { state: 'paused', since: pausedAt };
  if (recorder.problem === null) return { state: 'recording' };
  return { state: 'notReading', since: recorder.problemSince ?? recorder.lastBeatAt, problem: recorder.problem };
}
