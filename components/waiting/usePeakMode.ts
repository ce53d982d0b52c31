import { useState } from 'react';
import { nextPeakMode, noPeak } from './peakMode';

/** Whether a surface stands in its peak form, for this many waiting now. Remembers, so that it does not flicker. */
export function usePeakMode(count: number, now: number): boolean {
  const [mode, setMode] = useState(noPeak);
  const next = nextPeakMode(mode, count, now);
  // React's way to keep something derived from earlier renders: it renders again at once, before anything is shown.
  if (next !== mode) setMode(next);
  return next.peak;
}
