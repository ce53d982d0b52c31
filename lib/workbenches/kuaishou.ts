import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

/**
 * Kuaishou 快手小店. Its wait clock counts down from three minutes. Names are bold by default: not a sign of unread.
 *
 *     .ChatMessageList-ContentWrap div[id^="0_"] .kwaishop-cs-LayoutDefaultWrapper__isMine | __notMe
 *     .SessionListGroup .SessionBaseCard-Static
 */
export const kuaishou: Adapter = {
  id: 'kuaishou',
  name: { zh: '快手小店', en: 'Kuaishou Shop' },
  matches: ['https://im.kwaixiaodian.com/workbench*', 'https://im.kwaixiaodian.com/pc*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'kuaishou',
  transcript: {
    list: ['.ChatMessageList-ContentWrap'],
    row: ['div[id^="0_"]', 'div[id*="cs-common-message-list-item"]'],
    authors: [
      { author: 'ignore', when: { has: '.kwaishop-cs-BizNoticeCard, .kwaishop-cs-bizBuyerFromCard' } },
      { author: 'own', when: { has: '[class*="LayoutDefaultWrapper__isMine"]' } },
      { author: 'customer', when: { has: '[class*="LayoutDefaultWrapper__notMe"]' } },
    ],
    text: { at: ['.kwaishop-cs-BizTextCard'] },
    placeholders: [
      { when: { has: '.kwaishop-cs-BizOrderCard' }, text: '[卡片]' },
      { when: { has: '[class*="LayoutDefaultWrapper_msgBody"] img' }, text: '[图片]' },
    ],
    id: { attribute: 'id', match: '^0_.+$' },
    shown: shownTimes({ at: ['.kwaishop-cs-LayoutDefaultWrapper__time'] }, ['MM-DD HH:mm:ss', 'YYYY-MM-DD HH:mm:ss']),
  },
  open: {
    key: { at: ['.LoginUserInfo-mainTitle-text'] },
    keyedBy: 'name',
    name: { at: ['.LoginUserInfo-mainTitle-text'] },
  },
  conversations: {
    list: ['.SessionListGroup'],
    item: ['.SessionBaseCard-Static'],
    key: { at: ['.SessionBaseCard-topHeadName'] },
    keyedBy: 'name',
    name: { at: ['.SessionBaseCard-topHeadName'] },
    active: { self: '[class*="colorHighLight"]' },
    unread: { at: ['.SessionBaseCard-unread-rot'] },
    preview: { at: ['.SessionBaseCard-lastMessage'] },
    wait: { at: ['.SessionBaseCard-topHeadTime'], match: '^(.+)后超时$', unit: 'chinese', limitMs: 180_000 },
  },
  composer: {
    field: ['.SendBox .SendBox-Editor .ql-editor', '.SendBox .ql-editor'],
    send: ['.SendBox-buttonRight .ant-btn-primary'],
    enterSends: true,
    kind: 'quill',
  },
  duty: {
    at: ['.statusTag'],
    // Whose tag it is, the agent's or the open customer's, is not documented: only what a customer cannot be is read.
    states: [
      { state: 'break', is: '^小休' },
      { state: 'suspended', is: '^挂起' },
    ],
  },
};
