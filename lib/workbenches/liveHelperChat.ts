import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

/**
 * Live Helper Chat, which each shop hosts at an address of its own. Several chats stay in the page, one in sight. Rows
 * say who wrote by class and by data-op-id: 0 visitor, -1 system, -2 bot, above 0 an operator.
 *
 *     .msgBlock-admin#messagesBlock-<chat> .message-row#msg-<id>[title=time][data-op-id] .msg-body
 *     li#chat-tab-li-<chat> > a#chat-tab-link-<chat>.active
 */
export const liveHelperChat: Adapter = {
  id: 'liveHelperChat',
  name: { zh: 'Live Helper Chat', en: 'Live Helper Chat' },
  matches: [],
  signature: ['.msgBlock-admin[id^="messagesBlock-"]', '[id^="CSChatMessage-"]'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['.msgBlock-admin[id^="messagesBlock-"]'],
    row: ['.message-row[id^="msg-"]'],
    scroller: ['.msgBlock-admin[id^="messagesBlock-"]'],
    authors: [
      { author: 'ignore', when: { self: '.system-response, [data-op-id="-1"]' } },
      { author: 'assist', when: { self: '.whisper-msg' } },
      { author: 'automatic', when: { self: '.auto-responder-msg, [data-op-id="-2"]' } },
      { author: 'colleague', when: { self: '.other-operator' } },
      { author: 'own', when: { self: '.message-admin' } },
      { author: 'customer', when: { self: '.response' } },
    ],
    events: [
      { event: 'accepted', when: { self: '.system-response, [data-op-id="-1"]', text: 'has accepted the chat' } },
      {
        event: 'closed',
        when: { self: '.system-response, [data-op-id="-1"]', text: 'has closed the chat|has left the chat' },
      },
      { event: 'transferredOut', when: { self: '.system-response, [data-op-id="-1"]', text: 'has transferred' } },
    ],
    text: { at: ['.msg-body'] },
    placeholders: [{ when: { has: 'img' }, text: '[图片]' }],
    id: { attribute: 'id', match: '^msg-(\\d+)$' },
    shown: shownTimes({ attribute: 'title' }, ['YYYY-MM-DD HH:mm:ss', 'HH:mm:ss']),
  },
  open: {
    key: { at: ['.msgBlock-admin[id^="messagesBlock-"]'], attribute: 'id', match: '^messagesBlock-(\\d+)$' },
    keyedBy: 'id',
    name: { at: ['[id^="chat-tab-link-"].active [id^="ntab-chat-"]'] },
  },
  conversations: {
    list: ['ul:has(> [id^="chat-tab-li-"])'],
    item: ['[id^="chat-tab-li-"]'],
    key: { attribute: 'id', match: '^chat-tab-li-(\\d+)$' },
    keyedBy: 'id',
    name: { at: ['[id^="ntab-chat-"]'] },
    active: { has: '[id^="chat-tab-link-"].active' },
    unread: { at: ['.msg-nm'], match: '\\d+' },
  },
  composer: {
    field: ['textarea[id^="CSChatMessage-"]', 'lhc-editor[id^="CSChatMessage-"]'],
    enterSends: true,
    kind: 'custom',
  },
};
