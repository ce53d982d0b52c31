import type { Settings } from '@/lib/domain/settings';
import type { Welcome } from '@/lib/messaging/protocol';
import type { LiveState } from './liveState';

/** Whether anything may be recorded now, by what the agent chose. */
export function recordingState(settings: Settings): Welcome['recording'] {
  if (settings.consentedAt === null) return 'noConsent';
  return settings.pausedAt === null ? 'on' : 'paused';
}

/** What every workbench tab has to know of the settings. */
export function welcomeOf(settings: Settings, live: LiveState): Omit<Welcome, 'tabId' | 'view'> {
  const { overlay, peakSort, palette, pastePictures, care, theme } = settings;
  return {
    recording: recordingState(settings),
    language: live.language(settings),
    overlay,
    peakSort,
    palette,
    pastePictures,
    care,
    theme,
  };
}
