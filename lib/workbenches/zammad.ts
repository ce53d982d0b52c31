import type { Adapter } from './types';

/**
 * Zammad's chat, which each shop hosts at an address of its own. Chats stand side by side, each a window; the first in
 * sight is read. No ids; times stand in rows of their own, so that rows have none.
 *
 *     .chat-workspace .chat-window .chat-body.js-body > .chat-message.chat-message--agent | --customer
 */
export const zammad: Adapter = {
  id: 'zammad',
  name: { zh: 'Zammad', en: 'Zammad' },
  matches: [],
  signature: ['.chat-workspace', '.chat-body.js-body'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['.chat-window.is-active .chat-body.js-body', '.chat-window .chat-body.js-body'],
    row: ['.chat-message'],
    scroller: ['.chat-window .js-scrollHolder'],
    authors: [
      { author: 'own', when: { self: '.chat-message--agent' } },
      { author: 'customer', when: { self: '.chat-message--customer' } },
    ],
    text: {},
    placeholders: [{ when: { has: 'img' }, text: '[图片]' }],
  },
  open: {
    key: { at: ['.chat-window.is-active .chat-name', '.chat-window .chat-name'] },
    keyedBy: 'name',
    name: { at: ['.chat-window.is-active .chat-name', '.chat-window .chat-name'] },
  },
  conversations: {
    list: ['.chat-workspace'],
    item: ['.chat-window'],
    key: { at: ['.chat-name'] },
    keyedBy: 'name',
    name: { at: ['.chat-name'] },
    unreadMark: { has: '.chat-message--customer.chat-message--new' },
  },
  composer: {
    field: ['.chat-input.js-customerChatInput[contenteditable]', '.chat-input [contenteditable]'],
    send: ['.js-send'],
    enterSends: true,
    kind: 'contentEditable',
  },
};
