/** How long a page may do nothing else, ms: less than a frame that anybody misses. */
const LONGEST_MS = 12;

/** Goes through steps to their end, and lets the page draw and answer in between. */
export async function inPieces<T>(steps: Iterator<undefined, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + LONGEST_MS;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}
