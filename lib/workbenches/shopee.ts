import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

const TLDS = ['cn', 'sg', 'com.my', 'co.th', 'ph', 'vn', 'co.id', 'com.br', 'tw', 'com.mx', 'com.co', 'cl'];
const PATHS = ['new-webchat', 'webchat', 'portal/chat-management', 'portal/chatroom'];
const CELL = 'webchat-conversation-cell';

/**
 * Shopee. Rows are placed absolutely: their order is that of `style top`. The clock time stands inside the text's element.
 * The open conversation has another data-cy value than the rest. Hashed classes mark automatic and system rows and have
 * changed before.
 *
 *     .ReactVirtualized__Grid__innerScrollContainer > div[style top] [data-cy="webchat-message-receive" | "-send"] pre > div
 *     [data-cy="webchat-conversation-list"] [data-cy^="webchat-conversation-cell-root"]
 */
export const shopee: Adapter = {
  id: 'shopee',
  name: { zh: 'Shopee 虾皮', en: 'Shopee' },
  matches: [
    ...TLDS.flatMap((tld) => PATHS.map((path) => `https://seller.shopee.${tld}/${path}*`)),
    'https://banhang.shopee.vn/*webchat*',
  ],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: [
      '#message-virtualized-list .ReactVirtualized__Grid__innerScrollContainer',
      '#messageSection .ReactVirtualized__Grid__innerScrollContainer',
      '[data-cy="webchat-conversation-detail-message-container"]',
      '#messagesContainer',
    ],
    row: ['.ReactVirtualized__Grid__innerScrollContainer > div', 'div[style*="top"]'],
    scroller: ['#message-virtualized-list', '#messageSection .ReactVirtualized__Grid'],
    authors: [
      { author: 'ignore', when: { has: '.RtO616EACf' } },
      { author: 'automatic', when: { has: '.ufjjFujTb2' } },
      { author: 'automatic', when: { has: '[data-cy="webchat-message-send"]', text: '^\\[Asisten AI' } },
      { author: 'own', when: { has: '[data-cy="webchat-message-send"]' } },
      { author: 'customer', when: { has: '[data-cy="webchat-message-receive"]' } },
    ],
    text: { at: ['pre > div', 'pre'], without: ['.sSIhmxFOh6', '.hvckbUfzJ0', ':scope > div:last-child'] },
    placeholders: [
      {
        when: { has: '[data-cy="webchat-message-receive"] img, [data-cy="webchat-message-send"] img' },
        text: '[图片]',
      },
    ],
    shown: shownTimes({ at: ['.sSIhmxFOh6', '.hvckbUfzJ0', 'pre > div > div:last-child'] }, ['HH:mm']),
    virtual: true,
    order: 'top',
  },
  open: {
    key: { at: [`[data-cy="${CELL}-root-current"] [data-cy="${CELL}-name"]`], attribute: 'title' },
    keyedBy: 'name',
    name: { at: [`[data-cy="${CELL}-root-current"] [data-cy="${CELL}-name"]`], attribute: 'title' },
  },
  conversations: {
    list: ['[data-cy="webchat-conversation-list"]', '[data-cy="webchat-conversation-list-wrapper"]'],
    item: [`[data-cy^="${CELL}-root"]`],
    key: { at: [`[data-cy="${CELL}-name"]`], attribute: 'title' },
    keyedBy: 'name',
    name: { at: [`[data-cy="${CELL}-name"]`], attribute: 'title' },
    active: { self: `[data-cy="${CELL}-root-current"]` },
    unread: { at: [`[data-cy="${CELL}-message"] + *`], always: true },
    preview: { at: [`[data-cy="${CELL}-message"]`] },
  },
  composer: {
    field: [
      'textarea[data-cy="webchat-conversation-detail-input"]',
      '[data-cy="webchat-conversation-detail-input"] textarea',
      '[data-cy="webchat-conversation-detail-input"][contenteditable="true"]',
      '[data-cy="webchat-conversation-detail-input"] [contenteditable="true"]',
    ],
    enterSends: true,
    kind: 'custom',
  },
};
