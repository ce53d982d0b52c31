import type { Adapter } from './types';

const TAB = 'a[data-test-id="header-tab"]';

/**
 * Zendesk Agent Workspace. All rows stand at one side; the message's `type` tells who wrote. Several tickets stay in the
 * page, one in sight. Tickets in tabs are the conversation list.
 *
 *     [data-test-id="omni-log-container"] > article[data-test-id="omni-log-comment-item"] [type=agent|end-user]
 */
export const zendesk: Adapter = {
  id: 'zendesk',
  name: { zh: 'Zendesk', en: 'Zendesk' },
  matches: ['https://*.zendesk.com/agent/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['[data-test-id="omni-log-container"]'],
    row: ['article[data-test-id="omni-log-comment-item"]'],
    authors: [
      { author: 'assist', when: { has: '[data-test-id="omni-log-internal-note-tag"]' } },
      { author: 'assist', when: { has: '[data-test-id="omni-log-item-message"][type="internal"]' } },
      { author: 'own', when: { has: '[data-test-id="omni-log-item-message"][type="agent"]' } },
      { author: 'customer', when: { has: '[data-test-id="omni-log-item-message"][type="end-user"]' } },
    ],
    text: { at: ['[data-test-id="omni-log-message-content"]'] },
    placeholders: [{ when: { has: '[data-test-id="omni-log-item-message"] img' }, text: '[图片]' }],
    shown: [
      {
        at: ['time[data-test-id^="timestamp-"][datetime]', 'time[datetime]'],
        attribute: 'datetime',
        format: 'iso',
        precision: 'second',
      },
    ],
  },
  open: {
    key: { from: 'address', match: '/tickets/(\\d+)' },
    keyedBy: 'id',
    name: { at: [`${TAB}[data-entity-is-selected="true"]`] },
  },
  conversations: {
    list: ['[data-test-id="header-tablist"]', `:has(> ${TAB})`, `:has(> * > ${TAB})`],
    item: [TAB],
    key: { attribute: 'data-entity-id' },
    keyedBy: 'id',
    name: {},
    active: { self: '[data-entity-is-selected="true"]' },
  },
  composer: {
    field: [
      '[data-test-id="omnicomposer-plain-text-ckeditor"][contenteditable]',
      '[data-test-id="ticket-rich-text-editor"] [contenteditable="true"]',
    ],
    enterSends: false,
    kind: 'ckEditor',
  },
};
