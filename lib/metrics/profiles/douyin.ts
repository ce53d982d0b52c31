import { oClock, profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Douyin 飞鸽: human sessions begun 08:00–22:59:59; an unanswered turn is charged 600 s, no cap is stated; since
 * 2026-09-29 a perfunctory reply is not valid.
 */
export const douyin: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'douyin',
    splitByDay: true,
    window: { fromMs: oClock(8), toMs: oClock(23), key: 'session' },
    unansweredCountsAsMs: 600_000,
    perfunctorySinceMs: Date.UTC(2026, 8, 28, 16),
  },
  name: { zh: '抖音', en: 'Douyin' },
  source: 'secondary pages on 飞鸽人工平均响应时长; official help is behind a login',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot', 'closing', 'transferredOut'],
  notes: [
    'Which texts count as perfunctory is not published.',
    'Whether each of several consecutive questions counts is disputed.',
  ],
};
