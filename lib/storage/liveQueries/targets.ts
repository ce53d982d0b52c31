import type { Settings } from '@/lib/domain/settings';
import type { Targets } from '@/lib/domain/target';

/** The targets with the agent's own 达标 in place of the profile's; 及格 and 优秀 stay as they are. */
export function withOverrides(targets: Targets, overrides: Settings['targetOverrides']): Targets {
  const { firstResponse, averageResponse, within, replyRate, answerQuestionRatio } = overrides;
  return {
    ...targets,
    firstResponseMs: { ...targets.firstResponseMs, good: firstResponse ?? targets.firstResponseMs.good },
    averageResponseMs: { ...targets.averageResponseMs, good: averageResponse ?? targets.averageResponseMs.good },
    within: { ...targets.within, good: within ?? targets.within.good },
    replyRate: { ...targets.replyRate, good: replyRate ?? targets.replyRate.good },
    answerQuestionRatio: {
      ...targets.answerQuestionRatio,
      good: answerQuestionRatio ?? targets.answerQuestionRatio.good,
    },
  };
}
