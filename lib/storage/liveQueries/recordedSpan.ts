import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { type RecordedConversation, type RecordedDays, recordedDays } from '@/lib/metrics/calibration/agentDays';
import { startConversation } from '@/lib/metrics/conversationState';
import { isStepped, readAround } from '../completeTurns';
import type { Database } from '../database';
import { foldStored } from '../foldStored';
import { liveGeneration } from '../generation';

/** Entries as they are stored, from which any profile's turns can be derived. */
export interface RecordedSpan {
  generation: number;
  conversations: {
    id: string;
    workbenchId: string;
    account: string | null;
    name: string | null;
    entries: StoredEntry[];
  }[];
  /** Steps of the clock: turns open across one are uncertain. */
  steps: { from: number; to: number }[];
}

/** Conversations that are read at once. */
const CHUNK = 200;
const NO_PARTS = { session: 0, proactive: 0, activity: 0 };

/**
 * Reads what was recorded since a moment, each conversation from its beginning, so that every profile's sessions begin
 * where they do. Advertisers are left out, as in every figure.
 */
export async function readRecordedSpan(database: Database, from: number): Promise<RecordedSpan> {
  const generation = await liveGeneration(database);
  const { steps } = await readAround(database, { since: from, live: generation });
  const found = (await database.conversations.where('lastAt').aboveOrEqual(from).toArray()).filter(
    ({ advertiser }) => !advertiser,
  );
  const conversations: RecordedSpan['conversations'] = [];
  for (let start = 0; start < found.length; start += CHUNK) {
    const read = found.slice(start, start + CHUNK).map(async ({ id, workbenchId, account, name }) => {
      const entries = await database.entries
        .where('[conversationId+seq]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .toArray();
      return { id, workbenchId, account, name, entries };
    });
    conversations.push(...(await Promise.all(read)));
  }
  return { generation, conversations, steps };
}

/** Derives a span by any profile, by the store's own rules; what was derived by the same rules of turns is taken again. */
export function deriverOf(span: RecordedSpan): (profile: Profile) => RecordedDays {
  let last: { rules: string; folded: RecordedConversation[] } | null = null;
  return (profile) => {
    const rules = turnRules(profile);
    if (last?.rules !== rules) last = { rules, folded: fold(span, profile) };
    return recordedDays(last.folded, profile);
  };
}

function fold({ conversations, generation, steps }: RecordedSpan, profile: Profile): RecordedConversation[] {
  return conversations.map(({ id, workbenchId, account, entries }) => {
    const state = startConversation(id);
    const folded = foldStored({ entries, profile, generation, state, partsBefore: NO_PARTS });
    const turns = folded.turns.map(
      (turn): Turn => (isStepped(turn, steps) && !turn.uncertain ? { ...turn, uncertain: true } : turn),
    );
    return { workbenchId, account, turns, proactive: folded.proactive };
  });
}

/** The parameters that decide which turns there are; the others decide only what is made of them. */
function turnRules(profile: Profile): string {
  const {
    window: _window,
    capMs: _cap,
    unansweredCountsAsMs: _charge,
    averageIncludesFirst: _first,
    average: _average,
    offDutyTurns: _offDuty,
    rateUnit: _unit,
    exemptDays: _days,
    ...rules
  } = profile;
  return JSON.stringify(rules);
}
