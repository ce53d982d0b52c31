import type { Adapter } from './types';

const ROW = 'c-conversation-box-content-message';
const ITEM = 'c-conversation-menu-item';

/**
 * Crisp. Texts are padded with invisible characters; one group of rows a day, whose date is the only time shown. A row with
 * neither modifier is an event. The list's own clock shows on nearly every unresolved conversation: only one whose
 * last message is not the operator's waits. The address and the list share the session's id.
 *
 *     .c-conversation-box-content__group > .c-conversation-box-content-message--user | --operator
 *     .c-conversation-menu-item-root[data-session-id] > .c-conversation-menu-item[--active][--has-unread]
 */
export const crisp: Adapter = {
  id: 'crisp',
  name: { zh: 'Crisp', en: 'Crisp' },
  matches: ['https://app.crisp.chat/website/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['.c-conversation-box-content'],
    row: [`.${ROW}`],
    authors: [
      { author: 'customer', when: { self: `.${ROW}--user` } },
      { author: 'own', when: { self: `.${ROW}--operator` } },
    ],
    text: { at: [`.${ROW}-bubble__content`, `[class*="${ROW}-bubble"][class$="__content"]`] },
    placeholders: [{ when: { has: `[class*="${ROW}-bubble"] img` }, text: '[图片]' }],
    virtual: true,
  },
  open: {
    key: { from: 'address', match: '/session_([^/?#]+)' },
    keyedBy: 'id',
    name: { at: ['.c-conversation-profile__name', '.c-conversation-profile__nickname'] },
  },
  conversations: {
    list: ['.c-conversation-menu__conversations'],
    item: [`.${ITEM}-root[data-session-id]`],
    key: { attribute: 'data-session-id', match: '^(?:session_)?(.+)$' },
    keyedBy: 'id',
    name: { at: [`.${ITEM}__nickname`, `[class*="${ITEM}"][class$="__nickname"]`] },
    active: { has: `.${ITEM}--active` },
    unreadMark: { has: `.${ITEM}--has-unread` },
    wait: {
      at: [`.${ITEM}--has-unread [class*="__waiting-since-date"]`, `.${ITEM}--pending [class*="__waiting-since-date"]`],
      match: '^(?:now|\\d+\\s*(?:s|m|min|h))$',
      unit: 'english',
    },
  },
  composer: {
    field: [
      '.c-conversation-box__editor .c-editor-composer__field [contenteditable="true"]',
      '.c-editor-composer__field[contenteditable="true"]',
      '.c-conversation-box__editor .c-editor-composer__field',
    ],
    enterSends: true,
    kind: 'custom',
  },
};
