import { pattern } from './shownTimes';
import type { Adapter } from './types';

/** Views wait far above the list until they are used again; what was in them last still stands there. */
const PARKED = '[style*="-9999px"]';
const FULL = 'YYYY-MM-DD HH:mm:ss';
const ITEM = `.sx-contact-item[data-key]:not(${PARKED} *)`;

/**
 * Xiaohongshu 私信通, the inbox of professional accounts. Both panes are recycled; the transcript is turned upside down, its
 * newest row first. Keys begin with the group in which a conversation stands. No public program tells of a row's own id
 * or of a robot's mark.
 *
 *     .recyScroll1 .vue-recycle-scroller__item-view[style] > .im-msg-item .left | .right | .center > .text-message
 *     .sx-contact-item[data-key="<group>-<user>"][.active] .nick-name, .content, .time, .d-badge-dot
 */
export const xiaohongshuInbox: Adapter = {
  id: 'xiaohongshuInbox',
  name: { zh: '小红书私信通', en: 'Xiaohongshu inbox' },
  matches: ['https://sxt.xiaohongshu.com/im/multiCustomerService*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-22' },
  transcript: {
    list: ['.vue-recycle-scroller.recyScroll1', '.vue-recycle-scroller:has(.im-msg-item)'],
    row: [`.vue-recycle-scroller__item-view:has(.im-msg-item):not(${PARKED})`],
    scroller: ['.vue-recycle-scroller.recyScroll1', '.vue-recycle-scroller:has(.im-msg-item)'],
    authors: [
      { author: 'ignore', when: { has: '.im-msg-item .center' } },
      { author: 'customer', when: { has: '.im-msg-item .left' } },
      { author: 'own', when: { has: '.im-msg-item .right' } },
    ],
    text: { at: ['.text-message'] },
    placeholders: [
      { when: { has: '.card_container' }, text: '[卡片]' },
      { when: { has: '.left img, .right img' }, text: '[图片]' },
    ],
    // Before or after the name, as the side is.
    shown: [
      {
        at: ['[style*="margin-bottom: 4px"][style*="font-size: 12px"]'],
        match: `(?:^|\\s)(${pattern(FULL)})(?:\\s|$)`,
        format: FULL,
        precision: 'second',
      },
    ],
    virtual: true,
    order: 'turned',
  },
  open: {
    key: { at: [`${ITEM}.active`], attribute: 'data-key', match: '([^-]+)$' },
    keyedBy: 'id',
    name: { at: [`${ITEM}.active .nick-name`] },
  },
  conversations: {
    list: ['.chat-list-box', '.vue-recycle-scroller:has(.sx-contact-item)'],
    item: [ITEM],
    key: { attribute: 'data-key', match: '([^-]+)$' },
    keyedBy: 'id',
    name: { at: ['.nick-name'] },
    active: { self: '.active' },
    unreadMark: { has: '.d-badge-dot' },
    preview: { at: ['.item-main-center .content', '.content'] },
  },
  composer: {
    field: ['#jarvis-reply-textarea', 'textarea.reply-textarea'],
    send: ['.send_btn'],
    enterSends: true,
    kind: 'textField',
  },
};
