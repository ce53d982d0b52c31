import type { Profile } from '@/lib/domain/profile';
import type { SpanMaterial } from '@/lib/metrics/figures';
import { assignPressure } from '@/lib/metrics/figures/pressure';
import { completeTurns } from '../completeTurns';
import type { Database } from '../database';
import { foldOnDemand } from '../foldOnDemand';
import type { StoredConversation, StoredTurn } from '../records.types';
import { readStoredRules } from '../rules';
import { readSteps, readSurroundings, stillUnanswered } from '../surroundings';
import type { ConversationEntries, TimeSpan } from './dayConversations';
import { readOpenBefore, readWholeSessions } from './wholeSessions';

/** Conversations that are folded before the page may draw again. */
const FOLDED_AT_ONCE = 50;

/** What began in a span by some profile, and where each conversation's turns and sessions begin. */
export interface DerivedSpan extends Required<SpanMaterial> {
  turns: StoredTurn[];
  /** Starts of turns and sessions by conversation, ms ascending, as far as it was read. */
  bounds: Map<string, number[]>;
}

/**
 * Derives a span by a profile that the stored turns are not made by: folds whole sessions of the conversations that have
 * something in it and keeps what began in the span. Nothing is stored. `generation` is the live one, whose classification of the messages
 * holds.
 */
export async function deriveSpan(
  database: Database,
  {
    read,
    profile,
    generation,
    counts,
    from,
    to,
  }: TimeSpan & {
    /** What the span holds of the conversations that count. */
    read: readonly ConversationEntries[];
    profile: Profile;
    generation: number;
    /** Whether another conversation counts. */
    counts: (conversation: StoredConversation) => boolean;
  },
): Promise<DerivedSpan> {
  const rules = await readStoredRules(database);
  const known = new Set(read.map(({ conversation }) => conversation.id));
  const before = await readOpenBefore(database, { from, generation, known });
  const counted = [...read, ...before.filter(({ conversation }) => counts(conversation))];
  const whole = await readWholeSessions(database, counted, { profile, generation, rules, span: { from, to } });
  const steps = await readSteps(database, Math.min(from, ...whole.flatMap(({ entries }) => entries[0]?.at ?? from)));
  const stretches = await database.dutyStretches.toArray();
  const derived: DerivedSpan = { turns: [], proactive: [], sessions: [], activity: [], bounds: new Map() };
  const all: StoredTurn[] = [];
  const proactive = [];
  const sessions = [];
  const activity = [];
  for (const [index, { conversation, entries, asked }] of whole.entries()) {
    if (index % FOLDED_AT_ONCE === FOLDED_AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    const folded = foldOnDemand({ conversation, entries, asked, profile, generation, rules, stretches });
    // Pressure is counted over the span's turns below.
    const around = await readSurroundings(database, {
      turns: folded.turns,
      unanswered: stillUnanswered(folded.end.state, [], entries),
      live: generation,
      countOthers: false,
      clockStepAt: null,
      texts: [],
    });
    const completing = { conversation, generation, folded, entries, old: [], around: { ...around, steps }, rules };
    const turns = completeTurns(completing);
    for (const turn of turns) all.push(turn);
    for (const message of folded.proactive) if (isIn(message.at)) proactive.push(message);
    for (const session of folded.sessions) if (isIn(session.startedAt)) sessions.push(session);
    for (const hour of folded.activity) if (isIn(hour.hourStart)) activity.push(hour);
    const starts = [...turns.map(({ startedAt }) => startedAt), ...folded.sessions.map(({ startedAt }) => startedAt)];
    derived.bounds.set(
      conversation.id,
      starts.sort((a, b) => a - b),
    );
  }
  assignPressure(all);
  return { ...derived, turns: all.filter((turn) => isIn(turn.startedAt)), proactive, sessions, activity };

  function isIn(at: number): boolean {
    return at >= from && at < to;
  }
}
