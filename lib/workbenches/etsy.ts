import type { Adapter } from './types';

/**
 * Etsy. The seller's bubbles differ by their background alone, a hidden "Message:" stands in front of every text, and
 * the page sometimes draws a message twice in a row. The address says which conversation is open. Rows of the conversation
 * list have no name of their own; a link to the conversation is what tells them.
 *
 *     .scrolling-message-list div.wt-rounded.wt-text-body-01[.wt-sem-bg-surface-informational-subtle]
 */
export const etsy: Adapter = {
  id: 'etsy',
  name: { zh: 'Etsy', en: 'Etsy' },
  matches: ['https://www.etsy.com/messages*', 'https://www.etsy.com/conversations/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['.conversations-subapp .scrolling-message-list', '.scrolling-message-list'],
    row: ['div.wt-rounded.wt-text-body-01'],
    authors: [
      { author: 'own', when: { self: '.wt-sem-bg-surface-informational-subtle, .wt-bg-slime-tint' } },
      { author: 'customer', when: { self: 'div' } },
    ],
    text: { at: ['.wt-text-body-01.wt-display-inline-block.wt-break-word'], strip: '^\\s*Message:\\s*' },
    placeholders: [{ when: { has: 'img' }, text: '[图片]' }],
    doubled: true,
  },
  open: {
    key: { from: 'address', match: '/messages/(\\d+)' },
    keyedBy: 'id',
    name: { at: ['h3.buyer-name a.wt-text-link-no-underline', 'h3.buyer-name'] },
  },
  conversations: {
    list: [
      '.conversations-subapp ul:has(a[href*="/messages/"])',
      '.conversations-subapp :has(> a[href*="/messages/"])',
    ],
    item: ['li:has(a[href*="/messages/"])', 'a[href*="/messages/"]'],
    key: { at: ['a[href*="/messages/"]'], attribute: 'href', match: '/messages/(\\d+)' },
    keyedBy: 'id',
    name: { at: ['a[href*="/messages/"]'] },
  },
  composer: {
    field: ['textarea[placeholder="Type your reply"]', '.conversations-subapp textarea'],
    send: ['.conversations-subapp button.wt-btn.wt-btn--filled.wt-btn--small', '.wt-input-btn-group__btn'],
    enterSends: false,
    kind: 'textField',
  },
};
