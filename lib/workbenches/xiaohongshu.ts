import type { Adapter } from './types';

const CARRIER = ['.message-bubble-carrier'];

/**
 * Xiaohongshu 千帆. The bubble's carrier has everything: who (data-sender-type, data-self), id, time. The robot stands on
 * the agent's side and is told by how its text begins.
 *
 *     .msg-list-box > .msg-row > .msg-wrap > .msg-wrap-content .message-bubble-carrier[id][data-timestamp]
 *     .im-chat-list-box .contact-list .chat-item[data-key][.active] > p[title]
 */
export const xiaohongshu: Adapter = {
  id: 'xiaohongshu',
  name: { zh: '小红书千帆', en: 'Xiaohongshu Qianfan' },
  matches: ['https://walle.xiaohongshu.com/cstools/seller/*', 'https://walle.xiaohongshu.com/cstools/chat*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'xiaohongshu',
  transcript: {
    list: ['.msg-list-box', '.farmer-chat-app'],
    row: ['.msg-row'],
    authors: [
      { author: 'ignore', when: { text: '^匹配到主要问法' } },
      { author: 'automatic', when: { text: '^客服机器人' } },
      { author: 'customer', when: { value: { at: CARRIER, attribute: 'data-sender-type', is: '^individual$' } } },
      { author: 'own', when: { value: { at: CARRIER, attribute: 'data-self', is: '^(?:true|1)$' } } },
      { author: 'customer', when: { has: '.msg-wrap-status-row[style*="flex-start"]' } },
      { author: 'own', when: { has: '.msg-wrap-status-row[style*="flex-end"]' } },
    ],
    events: [
      { event: 'closed', when: { lacks: CARRIER.join(), text: '^会话长时间无新消息' } },
      { event: 'accepted', when: { lacks: CARRIER.join(), text: '^接入会话' } },
    ],
    text: { at: CARRIER },
    placeholders: [{ when: { has: '.message-bubble-carrier img' }, text: '[图片]' }],
    id: { at: CARRIER, attribute: 'id' },
    shown: [{ at: CARRIER, attribute: 'data-timestamp', match: '^\\d{13}$', format: 'epochMs', precision: 'second' }],
  },
  open: {
    key: { at: ['.im-chat-list-box .chat-item.active'], attribute: 'data-key' },
    keyedBy: 'id',
    name: { at: ['.chat-box-top-bar .user-info-detail'] },
  },
  conversations: {
    list: ['.im-chat-list-box .contact-list', '.im-chat-list-box'],
    item: ['.chat-item[data-key]'],
    key: { attribute: 'data-key' },
    keyedBy: 'id',
    name: { at: ['p[title]'], attribute: 'title' },
    active: { self: '.active' },
    unreadMark: { text: '待人工回复|已等待\\s*\\d' },
    wait: { match: '已等待\\s*(\\d+\\s*(?:秒|分钟?|小时))', unit: 'chinese' },
  },
  composer: { field: ['textarea.reply-textarea'], enterSends: true, kind: 'textField' },
};
