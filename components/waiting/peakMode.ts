/** Whether the surface is in its peak form, and since when it has been calm enough to leave it. */
export interface PeakMode {
  peak: boolean;
  /** Since when at most 6 wait, ms; null while more do, or outside a peak. */
  calmSince: number | null;
}

/** From this many waiting on it is a peak. */
export const peakFrom = 10;
/** At most this many, for `peakCalmMs`, end it. */
export const peakCalm = 6;
/** How long it must be calm, ms. */
export const peakCalmMs = 60_000;

/** Nobody knows yet of a peak. */
export const noPeak: PeakMode = { peak: false, calmSince: null };

/** The mode after `count` were seen waiting at `now`. Returns the same object when nothing changes. */
export function nextPeakMode(mode: PeakMode, count: number, now: number): PeakMode {
  if (count >= peakFrom) return mode.peak && mode.calmSince === null ? mode : { peak: true, calmSince: null };
  if (!mode.peak) return mode;
  if (count > peakCalm) return mode.calmSince === null ? mode : { peak: true, calmSince: null };
  if (mode.calmSince === null) return { peak: true, calmSince: now };
  return now - mode.calmSince >= peakCalmMs ? noPeak : mode;
}
