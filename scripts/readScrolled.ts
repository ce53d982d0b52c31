import type { Page } from 'playwright';
import type { InferredPage } from '@/lib/inference/inferPage';

type Message = InferredPage['messages'][number];

/** More windows than this are not scrolled through. */
const MOST_STEPS = 60;
const DRAW_MS = 120;

/**
 * Reads what a list that draws only the rows in sight does not show at once: from its beginning to its end, window by
 * window, each joined to the one before where they overlap.
 */
export async function readScrolled(page: Page, found: InferredPage): Promise<InferredPage> {
  if (found.adapter?.transcript.virtual !== true) return found;
  const adapter = JSON.stringify(found.adapter);
  const read = (step: 'first' | 'next' | 'last') =>
    page.evaluate<{ messages: Message[]; atEnd: boolean }>(`readAgain(${adapter}, document, '${step}')`);
  let all: Message[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await read(step === 0 ? 'first' : 'next');
    await page.waitForTimeout(DRAW_MS);
    const { messages, atEnd } = await read('last');
    all = joined(all, messages);
    if (atEnd) break;
  }
  return all.length > found.messages.length ? { ...found, messages: all } : found;
}

/** One window after another: the longest end of what is known with which the next begins. */
function joined(known: readonly Message[], next: readonly Message[]): Message[] {
  const same = (a: Message | undefined, b: Message | undefined) => a?.author === b?.author && a?.text === b?.text;
  for (let length = Math.min(known.length, next.length); length > 0; length--) {
    const start = known.length - length;
    if (next.slice(0, length).every((message, i) => same(message, known[start + i]))) {
      return [...known, ...next.slice(length)];
    }
  }
  return [...known, ...next];
}
