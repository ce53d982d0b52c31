import { profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Like the tools that start a turn's clock anew with each message: latency counts from the customer's last message.
 */
export const lastclock: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'lastclock',
    clock: 'lastMessage',
    sessionIdleMs: 30 * 60_000,
  },
  name: { zh: '末条起算', en: 'From the last message' },
  source: 'this project’s own definition, after tools that count from the last message',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot'],
  notes: [],
};
