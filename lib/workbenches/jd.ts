import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

/**
 * JD 京东咚咚. Side and id stand on a child of the row. The header changes before the transcript, by 0.2 s to several
 * seconds. The list shows no number of unread messages that is known.
 *
 *     #t-chat-scroll .message > .message_left | .message_right | .message_center [id]
 *     #t-alluser-wrap .c_tabs-tabpane .alluser-item#u_<pin>imcustomer<shop>        .alluser-item_check = open
 */
export const jd: Adapter = {
  id: 'jd',
  name: { zh: '京东咚咚', en: 'JD Dongdong' },
  matches: ['https://dongdong.jd.com/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'jd',
  transcript: {
    list: ['#t-chat-scroll', '.chat-scroll-wrap'],
    row: ['.message'],
    scroller: ['#t-chat-scroll', '.chat-scroll-wrap'],
    authors: [
      { author: 'ignore', when: { has: '.message_center, .message__system' } },
      { author: 'own', when: { has: '.message_right' } },
      { author: 'customer', when: { has: '.message_left' } },
    ],
    events: [
      { event: 'transferredOut', when: { has: '.message_center, .message__system', text: '转接给' } },
      { event: 'closed', when: { has: '.message_center, .message__system', text: '(?:咨询|会话)已(?:结束|关闭)' } },
    ],
    text: { at: ['.message__text', '.message__content'] },
    placeholders: [
      { when: { has: '.message__image-wrap, .message_img_loading' }, text: '[图片]' },
      { when: { has: '.CardWrapper' }, text: '[卡片]' },
    ],
    id: { at: ['.message_left, .message_right'], attribute: 'id' },
    shown: shownTimes({ at: ['.message__time_str'] }, [
      'YYYY-MM-DD HH:mm:ss',
      'MM-DD HH:mm:ss',
      'HH:mm:ss',
      'YYYY-MM-DD HH:mm',
      'MM-DD HH:mm',
      'HH:mm',
    ]),
  },
  open: {
    // The header shows a name; only the item that is checked has the customer's id.
    key: { at: ['.alluser-item_check', '.alluser-item.t-item-ck'], attribute: 'id', match: '^u_(.+?)imcustomer' },
    keyedBy: 'id',
    name: { at: ['.chat-head-name > span', '.chat-head-title'] },
  },
  conversations: {
    list: ['#t-alluser-wrap .c_tabs-tabpane:not(.c_tabs-tab_inactive)', '#t-alluser-wrap'],
    item: ['.alluser-item'],
    key: { attribute: 'id', match: '^u_(.+?)imcustomer' },
    keyedBy: 'id',
    name: { at: ['.alluser-item-name-w span', '.alluser-item-name'] },
    active: { self: '.alluser-item_check, .t-item-ck' },
    preview: { at: ['.alluser-item-breifdesc'] },
  },
  composer: {
    field: ['.EditorContent[contenteditable="true"]'],
    send: ['.SendButtonGroup > .send-button', '.send-button'],
    enterSends: true,
    kind: 'contentEditable',
  },
};
