import { browser } from 'wxt/browser';
import type { Badge } from '@/lib/metrics/badge';

const COLOURS: Record<Badge['tone'], string> = {
  none: '#5f6b7a',
  waiting: '#5f6b7a',
  near: '#b45309',
  late: '#c62828',
  paused: '#a16207',
  stopped: '#c62828',
};

/** Shows the badge on the extension's icon. */
export async function showBadge({ text, tone }: Badge): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] });
  // Before Chromium 110 the text colour is chosen by contrast.
  await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
}
