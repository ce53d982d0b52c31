import type { Adapter } from './types';

/**
 * Xianyu 闲鱼, the web page, the same for buyers and sellers. One public program: class names end in a hash, so only how
 * they begin is used. Which parts of a conversation's item are its name and preview is not known.
 *
 *     #message-list-scrollable [class^="message-row"] [class*="message-text"][class*="message-text-right"]
 *     #conv-list-scrollable .rc-virtual-list-holder .ant-dropdown-trigger sup
 */
export const xianyu: Adapter = {
  id: 'xianyu',
  name: { zh: '闲鱼', en: 'Xianyu' },
  matches: ['https://www.goofish.com/im*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  confidence: 'low',
  asksForSeller: true,
  transcript: {
    list: ['#message-list-scrollable'],
    row: ['[class^="message-row"]'],
    scroller: ['#message-list-scrollable'],
    authors: [
      { author: 'ignore', when: { has: '[class*="msg-dx-title"]' } },
      { author: 'own', when: { has: '[class*="message-text-right"]' } },
      { author: 'customer', when: { has: '[class*="message-text"]' } },
    ],
    text: { at: ['[class*="message-text"]'] },
  },
  open: { key: { at: ['[class^="text1"]'] }, keyedBy: 'name', name: { at: ['[class^="text1"]'] } },
  conversations: {
    list: ['#conv-list-scrollable .rc-virtual-list-holder', '#conv-list-scrollable'],
    item: ['.ant-dropdown-trigger', '[class^="conversation-item"]'],
    key: { at: ['[class^="name"]', '[class*="nick"]', '[style*="font-weight"]'] },
    keyedBy: 'name',
    name: { at: ['[class^="name"]', '[class*="nick"]', '[style*="font-weight"]'] },
    unread: { at: ['span sup'] },
  },
  composer: { field: ['textarea.ant-input'], enterSends: true, kind: 'textField' },
};
