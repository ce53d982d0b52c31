import type { FigureRef } from '@/lib/domain/figureRef';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { settledState } from './counted';
import { settleCustomerDays } from './explainCustomerDays';
import { type Found, type NotInFigureReason, openAtPeak, valueIn } from './explainValue';
import { outliers } from './figures/outliers';

/** One turn that made a figure. */
export interface MadeBy {
  turn: Turn;
  /** What it brings into the figure: ms for response times, 1 or 0 for rates, a number of messages for counts. */
  value: number;
  /** Its value is not the raw latency: capped, or charged because nobody replied. null = raw. */
  adjusted: 'capped' | 'charged' | null;
  /** Among the few turns that move the average by more than a fifth. */
  outlier: boolean;
}

/** One turn that did not, and why. */
export interface LeftOut {
  turn: Turn;
  reason: NotInFigureReason;
}

/** A figure opened up: together, all the turns of the span. */
export interface Explanation extends FigureRef {
  made: MadeBy[];
  leftOut: LeftOut[];
}

/** What explaining needs: the figure, the span's turns, the rules, and of some figures what turns do not know. */
export interface ExplainInput extends FigureRef {
  turns: readonly Turn[];
  profile: Profile;
  now: number | null;
  final: boolean;
  /** Of `slowTurns`, ms; absent = 60 s. */
  thresholdMs?: number;
  /** Advertisers and internal accounts. */
  excludedConversations?: ReadonlySet<string>;
  /** Those of workbenches that are counted by another profile. */
  otherConversations?: ReadonlySet<string>;
  /** Of `receiving` and `receivingPeak`: the moment, and the conversations that were being received then. */
  received?: { at: number; conversationIds: ReadonlySet<string> };
  /** Of `longReceptions`: the keys (see sessionKeyOf) of the sessions that were long. */
  longSessions?: ReadonlySet<string>;
}

/**
 * Which turns made a figure and which were left out, each with its reason. Where a rate counts customer-days, each turn
 * stands with its own outcome: one miss fails its whole customer-day, one reply saves it in the reply rate, and the
 * turns of a customer-day that is not decided yet are left out together.
 */
export function explain(input: ExplainInput): Explanation {
  const { figure, turns, profile: base, now, final } = input;
  const profile = input.unit === undefined ? base : { ...base, rateUnit: input.unit };
  const limitMs = figure === 'within' ? (input.seconds ?? 180) * 1000 : (input.thresholdMs ?? 60_000);
  const isOut = ({ conversationId }: Turn) =>
    input.excludedConversations?.has(conversationId) || input.otherConversations?.has(conversationId);
  const atPeak =
    figure === 'peakWaiting'
      ? openAtPeak(
          turns.filter((turn) => !isOut(turn)),
          profile,
          now,
          final,
        )
      : null;
  const going = input.received === undefined ? null : turnsGoingOn(turns, input.received);
  const look = { ...input, profile, limitMs, atPeak, going };
  const found = turns.map((turn): Found => {
    if (input.excludedConversations?.has(turn.conversationId)) return 'excludedConversation';
    if (input.otherConversations?.has(turn.conversationId)) return 'otherProfile';
    return valueIn(turn, settledState(turn, profile, final), look);
  });
  settleCustomerDays(found, { figure, turns, profile });
  const made: MadeBy[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, turn] of turns.entries()) {
    const one = found[index];
    if (one === undefined) continue;
    if (typeof one === 'string') leftOut.push({ turn, reason: one });
    else made.push({ turn, value: one.value, adjusted: one.adjusted ?? null, outlier: false });
  }
  if (figure === 'averageResponseMs') markOutliers(made);
  const { seconds, unit, bucket } = input;
  return {
    figure,
    ...(seconds === undefined ? {} : { seconds }),
    ...(unit === undefined ? {} : { unit }),
    ...(bucket === undefined ? {} : { bucket }),
    made,
    leftOut,
  };
}

/** Of each conversation that was being received at a moment, the last turn that had begun by then. */
function turnsGoingOn(
  turns: readonly Turn[],
  { at, conversationIds }: NonNullable<ExplainInput['received']>,
): ReadonlySet<Turn> {
  const last = new Map<string, Turn>();
  for (const turn of turns) {
    if (turn.startedAt > at || !conversationIds.has(turn.conversationId)) continue;
    const known = last.get(turn.conversationId);
    if (known === undefined || known.startedAt <= turn.startedAt) last.set(turn.conversationId, turn);
  }
  return new Set(last.values());
}

function markOutliers(made: MadeBy[]): void {
  const ordered = [...made].sort((a, b) => a.value - b.value);
  const found = outliers(ordered.map(({ value }) => value));
  for (const turn of ordered.slice(ordered.length - (found?.count ?? 0))) turn.outlier = true;
}
