import type { Figures } from '@/lib/domain/figures';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { type FoldOutput, startConversation } from './conversationState';
import { computeFigures } from './figures';
import type { FoldContext } from './foldContext';
import { splitLog } from './log';
import { step } from './turns';

/** Part of a log: turns that start in [from, to); null = no bound. ms since the epoch. */
export interface Span {
  from: number | null;
  to: number | null;
}

/** What folding a whole log gives, and the latest time in it (null when it is empty). */
export interface FoldedLog extends FoldOutput {
  lastAt: number | null;
}

/** Folds every conversation of a log. With a span, messages outside it leave no trace in `activity`. */
export function foldLog(log: Iterable<LogEntry>, profile: Profile, span?: Span): FoldedLog {
  const { conversations, duty, lastAt } = splitLog(log);
  const output: FoldOutput = { turns: [], proactive: [], sessions: [], activity: [] };
  const context: FoldContext = span ? { profile, duty, span } : { profile, duty };
  for (const [conversationId, entries] of conversations) {
    const state = startConversation(conversationId);
    for (const entry of entries) step(state, entry, context, output);
  }
  return { ...output, lastAt };
}

/**
 * The figures of a log by a profile. `final` = nothing more will come; else `now` is the moment of looking, null when
 * it is not known. With a span, of the turns that start in it.
 */
export function replay(input: {
  log: Iterable<LogEntry>;
  profile: Profile;
  now: number | null;
  final: boolean;
  span?: Span;
}): Figures {
  const { profile, now, final, span } = input;
  const folded = foldLog(input.log, profile, span);
  const { lastAt, activity } = folded;
  if (!span) return computeFigures({ ...folded, profile, now, final, lastAt });
  const turns = folded.turns.filter((turn) => inSpan(turn.startedAt, span));
  const proactive = folded.proactive.filter((message) => inSpan(message.at, span));
  return computeFigures({ turns, proactive, activity, profile, now, final, lastAt });
}

/** Whether a moment lies in the span. */
export function inSpan(at: number, span: Span): boolean {
  return (span.from === null || at >= span.from) && (span.to === null || at < span.to);
}
