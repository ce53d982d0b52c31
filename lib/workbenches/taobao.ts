import { shownTimes } from './shownTimes';
import type { Adapter } from './types';

/** A name that the page has cut is not the name. */
const WHOLE_NAME = '^(?!.*(?:…|\\.\\.\\.)$).+$';

/**
 * The web 旺旺 of Taobao and 1688: one chat core in a frame, the same page for buyers and sellers. Own rows are marked,
 * the other side's are not. The composer and every text are `pre.edit`; only the composer can be edited. The list is drawn
 * anew when a conversation is opened.
 *
 *     .message-item-line > .message-item[.self] > .nick, .time, .content > pre.edit
 *     .conversation-item > .name (cut with …), .time, .desc, .unread-badge
 */
export const taobao: Adapter = {
  id: 'taobao',
  name: { zh: '淘宝 / 1688 网页旺旺', en: 'Taobao / 1688 web Wangwang' },
  matches: ['https://*.taobao.com/*/chat-core/*', 'https://*.1688.com/*def_cbu_web_im_core*'],
  frames: 'all',
  status: { state: 'documented', date: '2026-11-21' },
  asksForSeller: true,
  profile: 'taobao',
  transcript: {
    list: ['.ww_message .rc-scrollbars-view', '.ww_message'],
    row: ['.message-item'],
    scroller: ['.ww_message .rc-scrollbars-view'],
    authors: [
      { author: 'ignore', when: { text: '^系统消息' } },
      { author: 'own', when: { self: '.self', has: '.content' } },
      { author: 'customer', when: { has: '.content', lacks: '.self' } },
    ],
    text: { at: ['.content pre.edit'] },
    placeholders: [
      { when: { has: '.file-msg' }, text: '[文件]' },
      { when: { has: '.im-template-msg' }, text: '[卡片]' },
      { when: { has: '.content img' }, text: '[图片]' },
    ],
    shown: shownTimes({ at: ['.time'] }, ['YYYY-MM-DD HH:mm:ss']),
  },
  open: { key: { at: ['.ww_header .name'] }, keyedBy: 'name', name: { at: ['.ww_header .name'] } },
  conversations: {
    list: ['.ww_conversation_list', '.ww_conversation'],
    item: ['.conversation-item'],
    key: { at: ['.name'], match: WHOLE_NAME },
    keyedBy: 'name',
    name: { at: ['.name'] },
    unread: { at: ['.unread-badge'] },
    preview: { at: ['.desc'] },
  },
  composer: {
    field: ['.editBox pre.edit[contenteditable="true"]', '.input-area pre.edit[contenteditable="true"]'],
    send: ['.send-btn', '.input-area .next-btn'],
    enterSends: true,
    kind: 'contentEditable',
  },
  disconnected: { at: ['.next-message-title'], text: '连接断开' },
};
