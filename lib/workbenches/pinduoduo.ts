import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

/**
 * Pinduoduo 商家后台. The sides are told by what a row contains, a robot's rows stand on the agent's side, and a
 * conversation is listed in several groups at once, some of them hidden. Every side carries the uid of its customer.
 *
 *     #msgListContainer > ul.msg-list > li.onemsg[id=middlePanel_list_…] > .buyer-item | .cs-item[currentuid]
 *     li.chat-item > .chat-item-box[data-random=uid-0-group]       .active
 */
export const pinduoduo: Adapter = {
  id: 'pinduoduo',
  name: { zh: '拼多多', en: 'Pinduoduo' },
  matches: ['https://mms.pinduoduo.com/chat-merchant/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'pinduoduo',
  transcript: {
    list: ['#msgListContainer ul.msg-list', '#msgListContainer', 'ul.msg-list'],
    row: ['li.onemsg'],
    scroller: ['.history-box'],
    authors: [
      { author: 'ignore', when: { has: '.msg-system, [class^="system-msg"], [class*="BuyerFromCard"]' } },
      { author: 'automatic', when: { has: '.cs-item.callback, .cs-item .robot-text' } },
      { author: 'own', when: { has: '.cs-item' } },
      { author: 'customer', when: { has: '.buyer-item' } },
    ],
    events: [
      {
        event: 'robotHolds',
        when: { has: '.msg-system, [class^="system-msg"]', text: '机器人(?:正在)?(?:接待|为您服务)' },
      },
      { event: 'transferredOut', when: { has: '.msg-system, [class^="system-msg"]', text: '转接给|转移给' } },
    ],
    text: { at: ['p.msg-content-box', '.msg-content'] },
    placeholders: [
      { when: { has: '.image-msg' }, text: '[图片]' },
      { when: { has: '.good-card, .commonCard, .order-card' }, text: '[卡片]' },
    ],
    owner: { at: ['[currentuid]'], attribute: 'currentuid' },
    id: { attribute: 'id', match: '^middlePanel_[Ll]ist_(\\d+)$' },
    shown: shownTimes({ at: ['.message-time'] }, ['YYYY年MM月DD日 HH:mm:ss']),
  },
  open: {
    // Nothing else on the page has the uid before the first message is there.
    key: { at: ['.chat-item-box.active'], attribute: 'data-random', match: '^(.+?)-\\d+-' },
    keyedBy: 'id',
    name: { at: ['.chatWindowHeader .base-info .name'] },
  },
  conversations: {
    list: ['.chat-list-box', 'ul.already-unreply'],
    item: ['.chat-item-box[data-random]'],
    key: { attribute: 'data-random', match: '^(.+?)-\\d+-' },
    keyedBy: 'id',
    name: { at: ['.chat-nickname .nickname-span', '.nickname-span'] },
    active: { self: '.active' },
    unreadMark: { value: { attribute: 'data-random', is: '-unRead$' } },
    preview: { at: ['.bottom-message .chat-message-content', '.chat-message-content'] },
    // Whether the clock of one who is still in time counts up or down is not known.
    wait: { at: ['.chat-unreply-over-time', '.chat-unreply-time'], match: '^已等待\\s*(.+)$', unit: 'chinese' },
  },
  composer: {
    field: ['#replyTextarea', '.reply-box textarea'],
    send: ['.send-btn'],
    enterSends: true,
    kind: 'textField',
  },
  account: { at: ['.nickname'] },
  shop: { at: ['.shop-name'] },
  loggedInElsewhere: { at: ['.el-dialog__wrapper', '.layer-box'], text: '账户在别处登录' },
};
