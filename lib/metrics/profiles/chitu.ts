import { profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * 赤兔 (a reporting tool): every turn of every day, replies by people only, pooled.
 */
export const chitu: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'chitu',
    answeredBy: ['agent'],
    splitByDay: true,
  },
  name: { zh: '赤兔', en: 'Chitu' },
  source: 'secondary pages on 赤兔名品 客服绩效',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot', 'closing', 'transferredOut'],
  notes: [],
};
