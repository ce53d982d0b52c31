import type { CorrectedFigures } from '@/lib/domain/dayCorrection';
import type { Profile } from '@/lib/domain/profile';
import { dayOf } from '@/lib/metrics/dayOf';
import { liveFiguresOfTally } from '@/lib/metrics/figures';
import { mergeRollups } from '@/lib/metrics/rollup';
import type { Database } from './database';

/** What a correction keeps of the day of a moment (ms), from the rollups of one generation. */
export async function figuresOfDay(
  database: Database,
  { generation, profile, at, now }: { generation: number; profile: Profile; at: number; now: number },
): Promise<CorrectedFigures> {
  const { from, to } = dayOf(profile, at);
  const rollups = await database.rollups
    .where('[generation+hourStart]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
  const tally = mergeRollups(rollups.filter((rollup) => rollup.profileId === profile.id));
  const figures = liveFiguresOfTally({ tally, profile, now });
  const { turns, answered, firstResponseMs, averageResponseMs, answerQuestionRatio, replyRate } = figures;
  return { turns, answered, firstResponseMs, averageResponseMs, answerQuestionRatio, replyRate };
}
