/** Time in which an editor that follows the page's selection takes it over, ms; the slowest does so every 100. */
const TAKEN_OVER_MS = 120;

/** Resolves when a rich editor has taken over the selection that was just made. */
export function takenOver(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, TAKEN_OVER_MS));
}
