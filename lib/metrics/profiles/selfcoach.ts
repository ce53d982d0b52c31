import { profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * The product's own rules, for any workbench: every turn of every session counts from the customer's first message, a
 * session ends after half an hour of silence, and a closing message needs no answer.
 */
export const selfcoach: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'selfcoach',
    sessionIdleMs: 30 * 60_000,
    closing: 'excuse',
    offDutyTurns: 'leaveOut',
  },
  name: { zh: '自查', en: 'Self-coaching' },
  source: 'this project’s own definition',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot'],
  notes: [],
};
