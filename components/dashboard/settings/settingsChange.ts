import type { Settings } from '@/lib/domain/settings';

/** What a section gets: the settings, and how to change some of them. */
export interface SettingsSectionProps {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
}
