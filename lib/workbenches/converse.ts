import type { Adapter } from './types';

/**
 * Converse.js 14, an XMPP web client that each shop hosts at its own address. Read on the running application, full
 * screen, in Chinese. What its page looks like:
 *
 *     converse-chat[jid]                             one in the page; replaced on switching
 *       converse-chat-heading[jid] .chatbox-title__text[title=jid] > a.user      the name
 *       converse-message-history                     light DOM, oldest row first
 *         .date-separator                            not a message
 *         converse-chat-message                      inserted empty; first unread: a .separator ahead of the row
 *           .chat-msg[data-msgid][data-isodate][data-from]
 *             .chat-msg__content--me | --them        author; a follow-up (.chat-msg--followup) has no time of its own
 *               converse-chat-message-body[text]     the text as sent; its content has links and emoji as elements
 *               .chat-msg__receipt                   after a receipt, in incoming rows too
 *     converse-roster li.list-item[.open] > converse-roster-contact > a.open-chat[data-jid]
 *       .msgs-indicator                              unread; absent at 0; such a contact is listed twice. Too small by
 *                                                    one when two messages come while the conversation is first made
 *
 * data-msgid of an incoming row is its sender's and not unique, so there is no rule for ids. data-isodate loses its
 * milliseconds, in place, once the message was archived: precise to the second.
 */
export const converse: Adapter = {
  id: 'converse',
  name: { zh: 'Converse', en: 'Converse' },
  matches: [],
  signature: ['converse-root converse-chats', '#conversejs converse-chats'],
  frames: 'top',
  status: { state: 'confirmed', date: '2026-11-21' },
  transcript: {
    list: ['converse-chat converse-message-history'],
    row: ['.chat-msg[data-isodate]'],
    // column-reverse: scrollTop is 0 at the newest row and negative above it.
    scroller: ['converse-chat .chat-content__messages'],
    authors: [
      { author: 'own', when: { has: '.chat-msg__content--me' } },
      { author: 'customer', when: { has: '.chat-msg__content--them' } },
    ],
    text: { at: ['converse-chat-message-body'], attribute: 'text' },
    placeholders: [{ when: { self: '.chat-msg--retracted' }, text: '[已撤回]' }],
    shown: [{ attribute: 'data-isodate', format: 'iso', precision: 'second' }],
  },
  open: {
    key: { at: ['converse-chat converse-chat-heading'], attribute: 'jid' },
    keyedBy: 'id',
    name: { at: ['converse-chat converse-chat-heading .chatbox-title__text .user'] },
  },
  conversations: {
    list: ['converse-roster .roster-contacts', 'converse-roster'],
    item: ['li.list-item'],
    key: { at: ['a.open-chat[data-jid]'], attribute: 'data-jid' },
    keyedBy: 'id',
    name: { at: ['.contact-name'] },
    active: { self: '.open' },
    unread: { at: ['.msgs-indicator'] },
  },
  composer: { field: ['converse-chat textarea.chat-textarea'], send: ['converse-chat .send-button'], enterSends: true },
  disconnected: { at: ['converse-controlbox'], has: 'converse-spinner', lacks: 'converse-roster' },
  account: { at: ['converse-user-profile .username'] },
};
