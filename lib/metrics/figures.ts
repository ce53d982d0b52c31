import type { AllFigures, Figures, LiveFigures, MoreFigures, ReceivedAtOnce } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { HourActivity, ProactiveMessage, Session } from './conversationState';
import { answerQuestionRatio } from './figures/answerQuestionRatio';
import { averageResponse, averageValues } from './figures/averageResponse';
import { burstsMergedRatio } from './figures/burstsMerged';
import { characters } from './figures/characters';
import { customers } from './figures/customers';
import { customersPerHour } from './figures/customersPerHour';
import { effectiveFirstResponse } from './figures/effectiveFirstResponse';
import { firstResponse } from './figures/firstResponse';
import { sortedLatencies } from './figures/latencies';
import { longestResponse } from './figures/longestResponse';
import { medianResponse } from './figures/medianResponse';
import { offDutyTurns } from './figures/offDuty';
import { outliers } from './figures/outliers';
import { p90Response } from './figures/p90Response';
import { peakWaiting } from './figures/peakWaiting';
import { responseByPressure } from './figures/pressure';
import { replyRate } from './figures/replyRate';
import { robotOnly } from './figures/robotOnly';
import { longReceptions, slowTurns } from './figures/slowTurns';
import { transferredAway } from './figures/transferredAway';
import { transferredIn } from './figures/transferredIn';
import { turnCounts } from './figures/turnCounts';
import { turnReplyRate } from './figures/turnReplyRate';
import { within } from './figures/within';
import { emptyTally, type Tally, tallyActivity, tallyProactive, tallySession } from './tally';
import { tallyTurn } from './tallyTurn';

/** The N of the N-second rates that every span shows. */
export const standardSeconds: readonly number[] = [10, 30, 60, 180];

/** The figures of a tally. `peakWaiting` comes from the span's turns; `now` null = not known, see figures/within.ts. */
export function figuresOfTally(input: LiveFiguresInput & { peakWaiting: number }): Figures {
  return { ...liveFiguresOfTally(input), peakWaiting: input.peakWaiting };
}

interface LiveFiguresInput {
  tally: Tally;
  profile: Profile;
  now: number | null;
  seconds?: readonly number[];
}

/** The figures that a tally alone can give. */
export function liveFiguresOfTally(input: LiveFiguresInput): LiveFigures {
  const { tally, profile, now } = input;
  const counts = turnCounts(tally);
  const latencies = sortedLatencies(tally);
  const offDuty = offDutyTurns(tally);
  const rates: Figures['within'] = {};
  for (const seconds of input.seconds ?? standardSeconds) rates[seconds] = within(tally, profile, seconds, now);
  return {
    ...counts,
    excused: tally.excused,
    incoming: tally.incoming,
    outgoing: tally.outgoing,
    firstResponseMs: firstResponse(tally),
    averageResponseMs: averageResponse(tally, profile),
    medianResponseMs: medianResponse(latencies),
    p90ResponseMs: p90Response(latencies),
    longestResponseMs: longestResponse(latencies),
    answerQuestionRatio: answerQuestionRatio(tally),
    replyRate: replyRate(tally),
    turnReplyRate: turnReplyRate(counts),
    robotOnly: robotOnly(tally),
    offDuty: offDuty.turns,
    offDutyReplyRate: offDuty.replyRate,
    within: rates,
  };
}

/** The figures beside the headline ones. Thresholds in ms are the user's; out of the box 60 s and 30 min. */
export function moreFiguresOfTally(input: {
  tally: Tally;
  profile: Profile;
  slowTurnMs?: number;
  longReceptionMs?: number;
}): MoreFigures {
  const { tally, profile } = input;
  const split = tally.splitTurns;
  return {
    effectiveFirstResponseMs: effectiveFirstResponse(tally),
    burstsMergedRatio: burstsMergedRatio(tally),
    customers: customers(tally),
    uncertain: tally.uncertain,
    transferredAway: transferredAway(tally),
    transferredIn: transferredIn(tally),
    slowTurns: slowTurns(sortedLatencies(tally), input.slowTurnMs ?? 60_000),
    longReceptions: longReceptions(tally, input.longReceptionMs ?? 1_800_000),
    characters: characters(tally),
    pressure: responseByPressure(tally),
    split: {
      turns: split,
      noticeMs: split === 0 ? null : tally.noticeMs / split,
      thinkMs: split === 0 ? null : tally.thinkMs / split,
      typeMs: split === 0 ? null : tally.typeMs / split,
    },
    outliers: outliers(averageValues(tally, profile)),
  };
}

/** Every figure of a tally. `peakWaiting` comes from the span's turns, `receiving` from its messages; null = gone. */
export function allFiguresOfTally(
  input: LiveFiguresInput & {
    peakWaiting: number | null;
    receiving: ReceivedAtOnce | null;
    slowTurnMs?: number;
    longReceptionMs?: number;
  },
): AllFigures {
  const { tally, profile, now, peakWaiting: peak, receiving } = input;
  const more = moreFiguresOfTally(input);
  const rates = (rateUnit: Profile['rateUnit']): Figures['within'] =>
    Object.fromEntries(
      (input.seconds ?? standardSeconds).map((n) => [n, within(tally, { ...profile, rateUnit }, n, now)]),
    );
  return {
    figures: liveFiguresOfTally(input),
    peakWaiting: peak,
    more,
    within: {
      turn: rates('turn'),
      firstTurnOfSession: rates('firstTurnOfSession'),
      customerDay: rates('customerDay'),
    },
    receiving,
    customersPerHour: receiving === null ? null : customersPerHour(more.customers, receiving.activeMs),
  };
}

/** Everything that began in a span: what folding its conversations gave. */
export interface SpanMaterial {
  turns: Iterable<Turn>;
  proactive?: Iterable<ProactiveMessage>;
  activity?: Iterable<HourActivity>;
  sessions?: Iterable<Session>;
}

/** Tallies a span's material. With `final`, open turns are unanswered. */
export function tallyOf(material: SpanMaterial, profile: Profile, final: boolean): Tally {
  const tally = emptyTally();
  for (const turn of material.turns) tallyTurn(tally, turn, profile, final, 1);
  for (const message of material.proactive ?? []) tallyProactive(tally, message, profile, 1);
  for (const activity of material.activity ?? []) tallyActivity(tally, activity, profile, 1);
  for (const session of material.sessions ?? []) tallySession(tally, session, 1);
  return tally;
}

/**
 * A span's figures from its turns. `turns` is read twice. `lastAt` is the latest time of all the log's entries, the
 * end of pending turns for peak waiting when `now` is null.
 */
export function computeFigures(
  input: SpanMaterial & {
    turns: readonly Turn[];
    profile: Profile;
    now: number | null;
    final: boolean;
    lastAt?: number | null;
    seconds?: readonly number[];
  },
): Figures {
  const { turns, profile, now, final } = input;
  return figuresOfTally({
    tally: tallyOf(input, profile, final),
    profile,
    now,
    peakWaiting: peakWaiting(turns, profile, now ?? input.lastAt ?? null, final),
    ...(input.seconds ? { seconds: input.seconds } : {}),
  });
}
