import type { Adapter } from './types';

/**
 * 微信小店 (视频号小店) 客服. Two public programs, neither dated: own rows are pushed to the end of the line, the customer's
 * texts have a background of their own.
 *
 *     div.msg > .message-item[.justify-end] > .text-msg[.bg-user]
 *     .session-item-container > .user-nickname, .summary-wrap, .unread-badge
 */
export const weixinShop: Adapter = {
  id: 'weixinShop',
  name: { zh: '微信小店（视频号小店）', en: 'Weixin Shop' },
  matches: ['https://store.weixin.qq.com/shop/kf*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  confidence: 'low',
  transcript: {
    list: [':has(> div.msg)'],
    row: ['div.msg'],
    authors: [
      { author: 'own', when: { has: '.message-item.justify-end' } },
      { author: 'customer', when: { has: '.message-item .text-msg.bg-user' } },
      { author: 'customer', when: { has: '.message-item .order-msg-block, .message-item img[data-type="image"]' } },
    ],
    text: { at: ['.text-msg'] },
    placeholders: [
      { when: { has: 'img[data-type="image"]' }, text: '[图片]' },
      { when: { has: '.order-msg-block' }, text: '[卡片]' },
    ],
  },
  open: {
    key: { at: ['.chat-title .chat-customer-name', '.chat-customer-name'] },
    keyedBy: 'name',
    name: { at: ['.chat-title .chat-customer-name', '.chat-customer-name'] },
  },
  conversations: {
    list: [':has(> .session-item-container)', ':has(> * > .session-item-container)'],
    item: ['.session-item-container'],
    key: { at: ['.user-nickname'] },
    keyedBy: 'name',
    name: { at: ['.user-nickname'] },
    unread: { at: ['.unread-badge'] },
    preview: { at: ['.summary-wrap'] },
  },
  composer: { field: ['.chat-input textarea.text-area', 'textarea.text-area'], enterSends: true, kind: 'textField' },
};
