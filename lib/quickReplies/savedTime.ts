import type { QuickReply } from '@/lib/domain/quickReply';

/** A reply that the agent typed by hand: its length in characters, and the time from first key to sending, ms. */
export interface TypedSample {
  characters: number;
  typingMs: number;
}

/** Under so many samples a speed says nothing. */
const fewest = 10;

/** The agent's own time for one character, ms: the median over replies typed by hand; null while too few are known. */
export function typingSpeed(samples: readonly TypedSample[]): number | null {
  const usable = samples.filter(({ characters, typingMs }) => characters >= 4 && typingMs > 0);
  if (usable.length < fewest) return null;
  const speeds = usable.map(({ characters, typingMs }) => typingMs / characters).sort((a, b) => a - b);
  const middle = speeds.length >> 1;
  const upper = speeds[middle] ?? 0;
  return speeds.length % 2 === 1 ? upper : (upper + (speeds[middle - 1] ?? upper)) / 2;
}

/** Typing time that a reply has spared so far, ms: each use its length at the agent's speed; null while that is unknown. */
export function savedTime({ text, uses }: QuickReply, msPerCharacter: number | null): number | null {
  return msPerCharacter === null ? null : uses * [...text].length * msPerCharacter;
}
