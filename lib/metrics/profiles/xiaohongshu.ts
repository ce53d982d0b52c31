import { oClock, profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Xiaohongshu: a session's first consult answered within 3 minutes, 09:00–23:00, replies by people only.
 */
export const xiaohongshu: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'xiaohongshu',
    answeredBy: ['agent'],
    splitByDay: true,
    window: { fromMs: oClock(9), toMs: oClock(23), key: 'turn' },
    rateUnit: 'firstTurnOfSession',
  },
  name: { zh: '小红书', en: 'Xiaohongshu' },
  source: 'secondary pages on 3分钟人工回复率; official help is behind a login',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot', 'closing', 'transferredOut'],
  notes: [],
};
