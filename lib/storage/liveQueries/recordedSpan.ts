import Dexie from 'dexie';
import type { DutyStretch } from '@/lib/domain/duty';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { type RecordedConversation, type RecordedDays, recordedDays } from '@/lib/metrics/calibration/agentDays';
import type { Database } from '../database';
import { exclusionOf } from '../excluded';
import { foldOnDemand } from '../foldOnDemand';
import { liveGeneration } from '../generation';
import { isInReview } from '../ownAuthor';
import { type GenerationRules, readStoredRules } from '../rules';
import { isStepped, readSteps } from '../surroundings';

/** Entries as they are stored, from which any profile's turns can be derived. */
export interface RecordedSpan {
  generation: number;
  conversations: {
    id: string;
    workbenchId: string;
    origin: string;
    account: string | null;
    name: string | null;
    shop: string | null;
    entries: StoredEntry[];
  }[];
  /** Steps of the clock: turns open across one are uncertain. */
  steps: { from: number; to: number }[];
  /** Shifts, shared accounts and names, as the live figures have them; null = none was ever set. */
  rules: GenerationRules | null;
  /** When anybody was off duty. */
  stretches: DutyStretch[];
}

/** Conversations that are read at once. */
const CHUNK = 200;

/**
 * Reads what was recorded since a moment, each conversation from its beginning, so that every profile's sessions begin
 * where they do. Advertisers and internal accounts are left out, as in every figure.
 */
export async function readRecordedSpan(database: Database, from: number): Promise<RecordedSpan> {
  const generation = await liveGeneration(database);
  const steps = await readSteps(database, from);
  const rules = await readStoredRules(database);
  const stretches = await database.dutyStretches.toArray();
  const found = (await database.conversations.where('lastAt').aboveOrEqual(from).toArray()).filter(
    (conversation) => exclusionOf(conversation, rules) === null,
  );
  const conversations: RecordedSpan['conversations'] = [];
  for (let start = 0; start < found.length; start += CHUNK) {
    const read = found.slice(start, start + CHUNK).map(async ({ id, workbenchId, origin, account, name, shop }) => {
      const entries = await database.entries
        .where('[conversationId+seq]')
        .between([id, Dexie.minKey], [id, Dexie.maxKey])
        .toArray();
      return { id, workbenchId, origin, account, name, shop, entries };
    });
    conversations.push(...(await Promise.all(read)));
  }
  return { generation, conversations, steps, rules, stretches };
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

function fold(span: RecordedSpan, profile: Profile): RecordedConversation[] {
  const { conversations, generation, steps, rules, stretches } = span;
  return conversations.map((conversation) => {
    const { workbenchId, account, entries } = conversation;
    const folded = foldOnDemand({ conversation, entries, profile, generation, rules, stretches });
    const turns = folded.turns.map(
      (turn): Turn => (isStepped(turn, steps) && !turn.uncertain ? { ...turn, uncertain: true } : turn),
    );
    return {
      workbenchId,
      account,
      turns,
      proactive: folded.proactive,
      inReview: inReviewOf(entries, conversation, rules),
    };
  });
}

function inReviewOf(
  entries: readonly StoredEntry[],
  conversation: RecordedSpan['conversations'][number],
  rules: GenerationRules | null,
): Set<number> {
  return new Set(entries.flatMap((entry) => (isInReview(entry, conversation, rules) ? [entry.at] : [])));
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
