import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

/**
 * Rocket.Chat's room view, which each shop hosts at an address of its own. All rows stand at one side: only data-own tells,
 * and a colleague's rows are not own either. Grouped rows have no head, so no time; a time in a 12-hour clock is not read.
 *
 *     [data-mid][data-own] .rcx-message-body          [data-system-message-type]
 *     a.rcx-sidebar-item[.rcx-sidebar-item--selected] .rcx-sidebar-item__title
 */
export const rocketchat: Adapter = {
  id: 'rocketchat',
  name: { zh: 'Rocket.Chat', en: 'Rocket.Chat' },
  matches: [],
  signature: ['textarea.rc-message-box__textarea.js-input-message[name="msg"]'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'rocketchat',
  transcript: {
    list: ['ul.messages-list', ':has(> [data-mid])', ':has(> * > [data-mid])'],
    row: ['[data-mid], [data-system-message-type]'],
    authors: [
      { author: 'ignore', when: { self: '[data-system-message-type]' } },
      { author: 'own', when: { self: '[data-own="true"]' } },
      { author: 'customer', when: { self: '[data-own="false"]' } },
    ],
    events: [
      { event: 'closed', when: { self: '[data-system-message-type="livechat-close"]' } },
      { event: 'accepted', when: { self: '[data-system-message-type="livechat-started"]' } },
    ],
    text: { at: ['.rcx-message-body', '.rcx-message-container .rcx-message-block'] },
    placeholders: [{ when: { has: '.rcx-attachment__content, .rcx-message-body img' }, text: '[图片]' }],
    id: { attribute: 'data-mid' },
    shown: shownTimes({ at: ['.rcx-message-header__time'] }, ['HH:mm']),
  },
  open: {
    key: { from: 'address', match: '/(?:live|direct|channel|group|omnichannel/current)/([^/?#]+)' },
    keyedBy: 'id',
    name: { at: ['.rcx-sidebar-item--selected .rcx-sidebar-item__title', '.rcx-sidebar-v2-item--selected'] },
  },
  conversations: {
    list: ['[class*="rcx-sidebar"]:has(> a)', ':has(> a.rcx-sidebar-item)', ':has(> * > a.rcx-sidebar-item)'],
    item: ['a.rcx-sidebar-item', 'a.rcx-sidebar-v2-item'],
    key: { attribute: 'href', match: '/(?:live|direct|channel|group|omnichannel/current)/([^/?#]+)' },
    keyedBy: 'id',
    name: { at: ['.rcx-sidebar-item__title', '[class*="rcx-sidebar"][class*="title"]'] },
    active: { self: '.rcx-sidebar-item--selected, .rcx-sidebar-v2-item--selected' },
    unread: { at: ['.rcx-badge'] },
  },
  composer: {
    field: ['textarea.rc-message-box__textarea.js-input-message[name="msg"]', 'textarea.rc-message-box__textarea'],
    enterSends: true,
    kind: 'textField',
  },
};
