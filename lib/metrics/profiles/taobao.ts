import { oClock, profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Taobao and Tmall: a turn runs from the buyer's first message to the first valid reply, 08:00–23:00; capped at 600 s,
 * and charged 600 s when unanswered; a transfer without a reply stays with the one who transferred.
 */
export const taobao: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'taobao',
    splitByDay: true,
    window: { fromMs: oClock(8), toMs: oClock(23), key: 'turn' },
    capMs: 600_000,
    unansweredCountsAsMs: 600_000,
    transferredOut: 'unanswered',
  },
  name: { zh: '淘宝', en: 'Taobao' },
  source: 'secondary pages on 旺旺人工响应时长 and 3分钟人工响应率; official help is behind a login',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot', 'closing'],
  notes: [],
};
