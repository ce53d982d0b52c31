import { oClock, profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Kuaishou: the 3-minute reply rate by person, 08:00–23:00, replies by people only; one missed turn fails the buyer's
 * day.
 */
export const kuaishou: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'kuaishou',
    answeredBy: ['agent'],
    splitByDay: true,
    window: { fromMs: oClock(8), toMs: oClock(23), key: 'turn' },
    rateUnit: 'customerDay',
  },
  name: { zh: '快手', en: 'Kuaishou' },
  source: 'secondary pages on 3分钟人工回复率; official help is behind a login',
  checked: '2026-11-21',
  assumed: ['rateUnit', 'clockAfterRobot', 'closing', 'transferredOut'],
  notes: ['That any missed turn fails the buyer is assumed.'],
};
