import type { ReceivedAtOnce } from '@/lib/domain/figures';
import { mostAtOnce } from './peakWaiting';

/** How long after a message a conversation still counts as being received, ms. */
export const receivingMs = 300_000;

/** Stretches [start, end) in which conversations were being received: parallel lists, in no particular order. */
export interface ReceivingSpans {
  starts: number[];
  ends: number[];
}

/** Adds one conversation's stretches, from the ascending times of its messages. */
export function addReceiving(spans: ReceivingSpans, times: readonly number[]): void {
  let start: number | null = null;
  let end = 0;
  for (const at of times) {
    if (start !== null && at <= end) {
      end = at + receivingMs;
      continue;
    }
    if (start !== null) {
      spans.starts.push(start);
      spans.ends.push(end);
    }
    start = at;
    end = at + receivingMs;
  }
  if (start === null) return;
  spans.starts.push(start);
  spans.ends.push(end);
}

/**
 * Received at once (同时接待), peak and mean: at each moment the conversations with a message (the customer's, the
 * agent's or a colleague's, none automatic) in the last 5 minutes.
 */
export function receiving(spans: ReceivingSpans): ReceivedAtOnce {
  const starts = Float64Array.from(spans.starts).sort();
  const ends = Float64Array.from(spans.ends).sort();
  let covered = 0;
  let activeMs = 0;
  let open = 0;
  let closed = 0;
  let since = 0;
  for (const start of starts) {
    while (closed < ends.length && (ends[closed] ?? 0) < start) {
      if (--open === 0) activeMs += (ends[closed] ?? 0) - since;
      closed++;
    }
    if (open++ === 0) since = start;
  }
  for (; closed < ends.length; closed++) if (--open === 0) activeMs += (ends[closed] ?? 0) - since;
  for (let i = 0; i < starts.length; i++) covered += (spans.ends[i] ?? 0) - (spans.starts[i] ?? 0);
  return {
    peak: mostAtOnce(spans.starts, spans.ends),
    mean: activeMs === 0 ? null : covered / activeMs,
    activeMs,
  };
}

/** How many conversations are being received at a moment: those whose last message is at most 5 minutes old. */
export function receivingAt(lastMessageTimes: Iterable<number>, now: number): number {
  let count = 0;
  for (const at of lastMessageTimes) if (at <= now && now - at < receivingMs) count++;
  return count;
}
