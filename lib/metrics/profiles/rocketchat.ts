import { profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Rocket.Chat Omnichannel: averages each session's own average; a session lasts until it is closed.
 */
export const rocketchat: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'rocketchat',
    average: 'meanOfSessionMeans',
  },
  name: { zh: 'Rocket.Chat', en: 'Rocket.Chat' },
  source: 'Rocket.Chat’s public documentation and source',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot', 'closing', 'transferredOut'],
  notes: [],
};
