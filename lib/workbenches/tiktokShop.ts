import type { Adapter } from './types';

const CARD = '[data-testid="chat.chatroom.message_card"]';
const CONVERSATION = '[data-testid="chat.chatroom.conversation_card"]';
const NAME = '[data-testid="chat.chatroom.conversation_card_username"]';
// Which item is open is not documented; these are the usual signs.
const OPEN = ['[aria-selected="true"]', '[aria-current="true"]', '[class*="active"]', '[class*="selected"]'];

/**
 * TikTok Shop. The customer's bubbles are marked, the agent's carry another modifier of the same class. The number in an
 * item's id is its place in the list, not who it is.
 *
 *     .chatd-scrollView-content [data-testid="chat.chatroom.message_card"] > .chatd-message > .chatd-bubble-main--other
 */
export const tiktokShop: Adapter = {
  id: 'tiktokShop',
  name: { zh: 'TikTok Shop', en: 'TikTok Shop' },
  matches: ['https://*.tiktok.com/chat/inbox/current*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  confidence: 'low',
  transcript: {
    list: ['.chatd-scrollView-content', `div:has(> ${CARD} ~ ${CARD})`, `div:has(> div > ${CARD})`],
    row: [CARD],
    authors: [
      { author: 'customer', when: { has: '.chatd-bubble-main--other' } },
      { author: 'own', when: { has: '.chatd-bubble--self, [class*="chatd-bubble-main--"]' } },
    ],
    text: { at: ['[class*="chatd-bubble-main--"]', '.chatd-bubble--self'], without: ['time'] },
    placeholders: [{ when: { has: '.chatd-message img' }, text: '[图片]' }],
  },
  open: {
    key: { at: OPEN.map((sign) => `${CONVERSATION}${sign} ${NAME}`) },
    keyedBy: 'name',
    name: { at: OPEN.map((sign) => `${CONVERSATION}${sign} ${NAME}`) },
  },
  conversations: {
    list: [`div:has(> ${CONVERSATION} ~ ${CONVERSATION})`, `div:has(> div > ${CONVERSATION})`],
    item: [CONVERSATION],
    key: { at: [NAME] },
    keyedBy: 'name',
    name: { at: [NAME] },
    active: { self: OPEN.join() },
    unread: { at: ['.p-badge-number', '.p-badge'] },
  },
  composer: {
    field: ['textarea[placeholder]'],
    send: ['#chat-input-send-button'],
    enterSends: true,
    kind: 'textField',
  },
};
