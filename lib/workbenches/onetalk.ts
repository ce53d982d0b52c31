import { pattern } from './shownTimes';
import type { Adapter } from './types';

const CONTACT = '.contact-item-container';

/**
 * Alibaba.com OneTalk. Both panes hold only what is in sight, and rows are used again. A translation is appended to a text
 * later; data-expinfo holds the time of drawing, not of the message.
 *
 *     .message-container .message-item-wrapper.item-left | .item-right > .item-base-info, .session-rich-content.text
 *     .contact-item-container[data-name] .unread-num
 */
export const onetalk: Adapter = {
  id: 'onetalk',
  name: { zh: '阿里国际站 OneTalk', en: 'Alibaba.com OneTalk' },
  matches: ['https://onetalk.alibaba.com/message/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['.message-container .scroll-box', '.message-container'],
    row: ['.message-item-wrapper'],
    scroller: ['.message-container .scroll-box', '.scroll-box'],
    authors: [
      { author: 'automatic', when: { self: '.item-right', text: '自动接待发送|系统自动发送' } },
      { author: 'own', when: { self: '.item-right' } },
      { author: 'customer', when: { self: '.item-left' } },
      { author: 'own', when: { has: '.item-content-right' } },
      { author: 'customer', when: { has: '.item-content-left' } },
    ],
    text: { at: ['.session-rich-content.text', '.content-with-translation.text-content'] },
    placeholders: [{ when: { has: 'img' }, text: '[图片]' }],
    shown: (['YYYY-MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm'] as const).map((format) => ({
      at: ['.item-base-info'],
      match: `(${pattern(format)})$`,
      format,
      precision: format.endsWith('ss') ? 'second' : 'minute',
    })),
    virtual: true,
  },
  open: {
    key: { at: ['.message-container .content-header .name', '.message-container .content-header'] },
    keyedBy: 'name',
    name: { at: ['.message-container .content-header .name', '.message-container .content-header'] },
  },
  conversations: {
    // No public code names the list itself.
    list: [`div:has(> ${CONTACT} ~ ${CONTACT})`, `div:has(> div > ${CONTACT})`, `div:has(> ${CONTACT})`],
    item: [CONTACT],
    key: { attribute: 'data-name' },
    keyedBy: 'name',
    name: { attribute: 'data-name' },
    unread: { at: ['.unread-num'] },
  },
  composer: {
    field: ['#send-box-wrapper .send-textarea', 'pre.send-textarea'],
    send: ['button.send-tool-button'],
    enterSends: true,
    kind: 'contentEditable',
  },
  disconnected: { at: ['.message-container', '.im-next-dialog'], text: '网络连接已经断开' },
};
