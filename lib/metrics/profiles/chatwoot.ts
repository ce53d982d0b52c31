import { profileDefaults } from './defaults';
import type { ProfileInfo } from './types';

/**
 * Chatwoot: its reply time leaves each session's first turn to first response; an automatic reply ends a turn; a session
 * lasts until it is closed.
 */
export const chatwoot: ProfileInfo = {
  profile: {
    ...profileDefaults,
    id: 'chatwoot',
    answeredBy: ['agent'],
    autoReplyEndsTurn: true,
    averageIncludesFirst: false,
  },
  name: { zh: 'Chatwoot', en: 'Chatwoot' },
  source: 'Chatwoot’s public documentation and source',
  checked: '2026-11-21',
  assumed: ['clockAfterRobot', 'closing', 'transferredOut'],
  notes: [],
};
