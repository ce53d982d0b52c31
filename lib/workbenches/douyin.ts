import type { Adapter } from './types';

/** Rows without a bubble of either side. */
const NO_BUBBLE = '[class*="messageIsMe"], [class*="messageNotMe"]';

/**
 * Douyin 抖店 飞鸽. Only data-qa-id lasts (its "warpper" is the page's own spelling); classes that look selected stand on
 * every item, and every item has a badge, empty or not. Times have hashed classes that have changed before: without them
 * a row has no shown time.
 *
 *     [data-qa-id="qa-message-warpper"] > … [data-id] > .messageIsMe | .messageNotMe > pre
 *     [data-qa-id="qa-conversation-chat-item"] > [class*="nameLine"][title], [class*="timerParticular"], sup
 */
export const douyin: Adapter = {
  id: 'douyin',
  name: { zh: '抖店飞鸽', en: 'Douyin Feige' },
  matches: [
    'https://im.jinritemai.com/pc_seller_v2/main/workspace*',
    'https://pigeon.jinritemai.com/pc_seller_v2/main/workspace*',
  ],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  profile: 'douyin',
  transcript: {
    list: ['#workspace-chat', '.messageList', '.chatd-root'],
    row: ['[data-qa-id="qa-message-warpper"]', '[data-qa-id="qa-message-wrapper"]', '.msgItemWrap'],
    authors: [
      {
        author: 'automatic',
        when: { value: { at: ['[data-id]'], attribute: 'data-id', is: '^llm_process_|_Welcome_|_template' } },
      },
      {
        author: 'ignore',
        when: { value: { at: ['[data-id]'], attribute: 'data-id', is: '^transfer_staff_|_CsAssign_' } },
      },
      {
        author: 'automatic',
        when: { has: '[class*="messageIsMe"]', text: '^(?:\\d{2}:\\d{2}\\s*)?机器人回复|机器人回复$' },
      },
      { author: 'own', when: { has: '[class*="messageIsMe"]' } },
      { author: 'customer', when: { has: '[class*="messageNotMe"]' } },
    ],
    events: [
      { event: 'closed', when: { value: { at: ['[data-id]'], attribute: 'data-id', is: '^cs_close_conversation' } } },
      { event: 'closed', when: { lacks: NO_BUBBLE, text: '系统关闭会话$' } },
      { event: 'robotHolds', when: { lacks: NO_BUBBLE, text: '机器人接待中' } },
      { event: 'robotReleases', when: { lacks: NO_BUBBLE, text: '现在是人工客服为您服务' } },
      { event: 'accepted', when: { lacks: NO_BUBBLE, text: '客服.*接入' } },
    ],
    text: { at: ['pre'] },
    placeholders: [
      { when: { has: 'img[alt="图片"]' }, text: '[图片]' },
      { when: { has: '.chatd-card, .chatd-card-main, [class*="pigeon-card"]' }, text: '[卡片]' },
    ],
    id: { at: ['[data-id]'], attribute: 'data-id' },
    shown: [
      {
        at: ['.O4UWWFoQxgMq4AWHMq25', '.rcHPT4n3TlQD0Nu4sSiv'],
        match: '^\\d{2}:\\d{2}$',
        format: 'HH:mm',
        precision: 'minute',
      },
    ],
  },
  open: {
    key: { at: ['#topbar-left-info span'] },
    keyedBy: 'name',
    name: { at: ['#topbar-left-info span'] },
  },
  conversations: {
    list: ['.scroller .scroller_content', '#chantListScrollArea', '.pigeonChatScrollBox'],
    item: ['[data-qa-id="qa-conversation-chat-item"]:not([data-btm-id$=".systemConv"])', '[data-qa-id="qa-chat-item"]'],
    key: { at: ['[class*="nameLine"][title]', '[title]:not(sup)'], attribute: 'title' },
    keyedBy: 'name',
    name: { at: ['[class*="nameLine"][title]', '[title]:not(sup)'], attribute: 'title' },
    unread: { at: ['[class*="badge-count"]'], always: true },
    preview: { at: ['[class*="msgContent"]'] },
    // The same place says when the last message was, as 14:03, where nobody waits.
    wait: { at: ['[class*="timerParticular"]'], unit: 'chinese' },
  },
  composer: {
    field: ['textarea[data-qa-id="qa-send-message-textarea"]', '#im-input-box'],
    send: ['[data-qa-id="qa-send-message-button"]'],
    enterSends: true,
    kind: 'textField',
  },
};
