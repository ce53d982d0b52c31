import type { Adapter } from './types';

/**
 * Chatwoot, which each shop hosts at an address of its own. In the version that was read the right side is for messages
 * of one's own: another agent's stand at the left, like the customer's, so the bubble's colour is asked first. Time and
 * state are shown only on the last of a run.
 *
 *     ul.conversation-panel #message<id>[data-message-id].justify-start | .justify-end | .justify-center
 *     .conversation[.active][.unread-chat] .conversation--user
 */
export const chatwoot: Adapter = {
  id: 'chatwoot',
  name: { zh: 'Chatwoot', en: 'Chatwoot' },
  matches: ['https://app.chatwoot.com/app/accounts/*'],
  signature: ['ul.conversation-panel', '.conversation--user'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'chatwoot',
  transcript: {
    list: ['ul.conversation-panel', '.conversation-panel'],
    row: ['[data-message-id]', '[id^="message"].flex'],
    scroller: ['ul.conversation-panel'],
    authors: [
      { author: 'ignore', when: { self: '.justify-center' } },
      { author: 'assist', when: { has: '[class*="bg-n-solid-amber"], [class*="bg-amber"]' } },
      { author: 'automatic', when: { has: '[class*="bg-n-solid-iris"]' } },
      { author: 'own', when: { self: '.justify-end' } },
      {
        author: 'colleague',
        when: { has: '.left-bubble[class*="bg-n-solid-blue"], .left-bubble[class*="bg-n-solid-sent"]' },
      },
      { author: 'customer', when: { self: '.justify-start' } },
    ],
    events: [{ event: 'closed', when: { self: '.justify-center', text: 'was (?:marked )?resolved by|已(?:被)?解决' } }],
    text: { at: ['.left-bubble .prose', '.right-bubble .prose'] },
    placeholders: [{ when: { has: 'img' }, text: '[图片]' }],
    id: { attribute: 'data-message-id', temporary: '\\D' },
  },
  open: {
    key: { from: 'address', match: '/conversations/(\\d+)' },
    keyedBy: 'id',
    name: { at: ['.conversation.active .conversation--user'] },
  },
  conversations: {
    list: ['.conversations-list', 'div:has(> .conversation)', 'div:has(> div > .conversation)'],
    item: ['.conversation'],
    key: { at: ['a[href*="/conversations/"]'], attribute: 'href', match: '/conversations/(\\d+)' },
    keyedBy: 'id',
    name: { at: ['.conversation--user'] },
    active: { self: '.active' },
    unread: { at: ['.unread'] },
    unreadMark: { self: '.unread-chat' },
    preview: { at: ['.conversation--message'] },
  },
  composer: {
    field: ['.reply-box .ProseMirror', '.ProseMirror-woot-style', '.reply-box textarea'],
    send: ['.reply-box button.right-wrap', '.reply-box [type="submit"]'],
    enterSends: false,
    kind: 'proseMirror',
  },
};
