import type { LogEntry } from '@/lib/domain/logEntry';

/**
 * A log like a busy shop's, the same for the same seed: conversations of customers' bursts and replies spread over
 * days, every message with an id, some automatic, closing or perfunctory, in the order of time.
 */
export function metricsLog(options: { messages: number; conversations: number; seed: number }): LogEntry[] {
  const random = randomFrom(options.seed);
  const perConversation = Math.ceil(options.messages / options.conversations);
  const start = Date.UTC(2026, 9, 1);
  const log: LogEntry[] = [];
  for (let number = 0; number < options.conversations && log.length < options.messages; number++) {
    const conversationId = `playground|https://shop.example|seller|customer-${number}`;
    let at = start + Math.floor(random() * 30 * 86_400_000);
    for (let message = 0; message < perConversation && log.length < options.messages; message++) {
      const dice = random();
      at += Math.floor(dice < 0.02 ? 3_600_000 * random() * 8 : 1_000 + random() * 60_000);
      const id = `${number}-${message}`;
      if (dice < 0.47) log.push({ conversationId, id, at, author: 'customer', length: 8, closing: random() < 0.05 });
      else if (dice < 0.95)
        log.push({ conversationId, id, at, author: 'agent', length: 16, perfunctory: random() < 0.05 });
      else log.push({ conversationId, id, at, author: 'auto', length: 20 });
    }
  }
  return log.sort((a, b) => a.at - b.at);
}

/** A small generator of numbers in [0, 1) (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
