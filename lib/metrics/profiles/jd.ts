import { oClock, profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * JD 咚咚: the 30-second rate on a session's first consult, sessions begun 09:00–23:00; within 10 minutes of the close it
 * is the same session.
 */
export const jd: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'jd',
    sessionIdleMs: 10 * 60_000,
    reopenWithinMs: 10 * 60_000,
    window: { fromMs: oClock(9), toMs: oClock(23), key: 'session' },
    offDutyTurns: 'leaveOut',
    rateUnit: 'firstTurnOfSession',
  },
  name: { zh: '京东', en: 'JD' },
  source: 'secondary pages on 首次30秒应答率; official help is behind a login',
  checked: '2026-11-21',
  assumed: ['sessionIdleMs', 'clockAfterRobot', 'closing', 'transferredOut'],
  notes: [],
};
