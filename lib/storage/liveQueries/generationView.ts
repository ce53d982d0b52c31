import type { Settings } from '@/lib/domain/settings';
import type { Database } from '../database';
import { readRederivationProgress } from './rederivation';
import { settingsOfGeneration } from './settingsOfGeneration';

/** By which rules the shown figures were made, and how far those by newly chosen ones are. */
export interface GenerationView {
  /** The settings with the profile that the live generation is made by. */
  settings: Settings;
  /** Conversations done, and of how many; null = no other generation is being made. */
  rederiving: { done: number; total: number } | null;
}

/** See GenerationView. */
export async function readGeneration(database: Database, settings: Settings): Promise<GenerationView> {
  return {
    settings: await settingsOfGeneration(database, settings),
    rederiving: await readRederivationProgress(database),
  };
}
