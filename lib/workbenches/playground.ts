import type { Adapter, TimeRule } from './types';

const clock = '\\d{2}:\\d{2}';
const day = '\\d{2}-\\d{2}';

function shownTime(format: string, match: string, precision: TimeRule['precision']): TimeRule {
  return { at: ['.wb-time'], match: `^${match}$`, format, precision };
}

/** The practice workbench in its documented skin. It has no fixed address: its meta element proves it. */
export const playground: Adapter = {
  id: 'playground',
  name: { zh: '演练场', en: 'Playground' },
  matches: [],
  signature: ['meta[name="workbench"][content="playground"]'],
  frames: 'top',
  status: { state: 'confirmed', date: '2026-11-21' },
  transcript: {
    list: ['.wb-msgs'],
    row: ['.wb-row'],
    scroller: ['.wb-scroll'],
    authors: [
      { author: 'automatic', when: { self: '.wb-row--auto, .wb-row--robot' } },
      { author: 'colleague', when: { self: '.wb-row--colleague' } },
      { author: 'own', when: { self: '.wb-row--own' } },
      { author: 'customer', when: { self: '.wb-row--customer' } },
    ],
    events: [
      { event: 'closed', when: { self: '.wb-row--system', text: '^会话长时间无新消息' } },
      { event: 'robotHolds', when: { self: '.wb-row--system', text: '^机器人接待中' } },
      { event: 'robotReleases', when: { self: '.wb-row--system', text: '现在由人工客服为您服务$' } },
      { event: 'accepted', when: { self: '.wb-row--system', text: '^客服.*已接入会话$' } },
      { event: 'transferredIn', when: { self: '.wb-row--system', text: '^会话已由.*转入$' } },
      { event: 'transferredOut', when: { self: '.wb-row--system', text: '^会话已转接给' } },
    ],
    text: { at: ['.wb-text'] },
    placeholders: [{ when: { has: '.wb-image' }, text: '[图片]' }],
    id: { attribute: 'data-mid', temporary: '^tmp-' },
    // "刚刚" fits none of these: such a row has no shown time until it changes.
    shown: [
      shownTime('HH:mm:ss', `${clock}:\\d{2}`, 'second'),
      shownTime('HH:mm', clock, 'minute'),
      shownTime('MM-DD HH:mm:ss', `${day} ${clock}:\\d{2}`, 'second'),
      shownTime('MM-DD HH:mm', `${day} ${clock}`, 'minute'),
    ],
  },
  open: {
    key: { at: ['.wb-chat-head'], attribute: 'data-cid' },
    keyedBy: 'id',
    name: { at: ['.wb-chat-name'] },
  },
  conversations: {
    list: ['.wb-list'],
    item: ['.wb-conv'],
    key: { attribute: 'data-cid' },
    keyedBy: 'id',
    name: { at: ['.wb-conv-name'] },
    active: { self: '.wb-conv--active' },
    unread: { at: ['.wb-conv-badge'], match: '\\d+' },
    preview: { at: ['.wb-conv-preview'] },
    wait: { at: ['.wb-conv-wait'], match: '^等待\\s*(.+)$', unit: 'chinese' },
  },
  composer: { field: ['.wb-field'], send: ['.wb-composer .wb-send'], enterSends: true },
  account: { at: ['.wb-account'] },
  shop: { at: ['.wb-shop'] },
  duty: {
    at: ['.wb-duty'],
    states: [
      { state: 'online', is: '^在线$' },
      { state: 'break', is: '^小休$' },
      { state: 'suspended', is: '^挂起$' },
      { state: 'offline', is: '^离线$' },
    ],
  },
  loggedInElsewhere: { at: ['.wb-dialog'], text: '账号在别处登录' },
  disconnected: { at: ['.wb-offline'], text: '网络连接已断开' },
};

/** The same page with rows that are placed absolutely and recycled. */
export const playgroundVirtual: Adapter = {
  ...playground,
  id: 'playgroundVirtual',
  signature: ['meta[name="workbench"][content="playground-virtual"]'],
  transcript: { ...playground.transcript, virtual: true, order: 'top' },
};

/** The same page without conversation ids: the name is all there is. */
export const playgroundByName: Adapter = {
  ...playground,
  id: 'playgroundByName',
  signature: ['meta[name="workbench"][content="playground-names"]'],
  open: { key: { at: ['.wb-chat-name'] }, keyedBy: 'name', name: { at: ['.wb-chat-name'] } },
  conversations: { ...playground.conversations, key: { at: ['.wb-conv-name'] }, keyedBy: 'name' },
};
