import type { Settings } from '@/lib/domain/settings';
import type { Database } from '../database';
import { liveRules } from '../rules';

/**
 * The settings with the profile that the live generation is made by: what surfaces show until a generation by the
 * newly chosen profile is complete.
 */
export async function settingsOfGeneration(database: Database, settings: Settings): Promise<Settings> {
  const { profileId, customProfiles } = await liveRules(database, settings);
  return { ...settings, profileId, customProfiles };
}
