/**
 * Runs in the page's own world before its scripts, and notes when each row, each row's text and each change of a badge
 * first stood in the document. Deliberately simple and apart from lib/: it is what lib/ is measured against.
 */
(() => {
  /** @type {Map<string, string | null>} text of each row, by message id; null while it has none */
  const rows = new Map();
  /** @type {Map<string, number>} */
  const badges = new Map();
  /** @param {Record<string, unknown>} record */
  const report = (record) => Reflect.get(window, 'reportToProbe')(record);

  const look = () => {
    const at = Date.now();
    for (const row of document.querySelectorAll('.chat-msg[data-msgid]')) {
      const id = row.getAttribute('data-msgid') ?? '';
      const own = row.querySelector('.chat-msg__content--me') !== null;
      if (!rows.has(id)) {
        rows.set(id, null);
        const from = (row.getAttribute('data-from') ?? '').split('/')[0];
        const conversation = own ? row.closest('converse-chat')?.getAttribute('jid') : from;
        report({ kind: 'row', at, id, conversation, author: own ? 'own' : 'customer' });
      }
      const text = row.querySelector('converse-chat-message-body')?.textContent?.trim() ?? '';
      if (text !== '' && rows.get(id) === null) {
        rows.set(id, text);
        report({ kind: 'text', at, id, text });
      }
    }
    // A contact with unread messages is listed twice.
    /** @type {Map<string, number>} */
    const shown = new Map();
    for (const link of document.querySelectorAll('converse-roster a.open-chat[data-jid]')) {
      const conversation = link.getAttribute('data-jid') ?? '';
      const unread = Number(link.querySelector('.msgs-indicator')?.textContent ?? 0);
      shown.set(conversation, Math.max(unread, shown.get(conversation) ?? 0));
    }
    for (const [conversation, unread] of shown) {
      if ((badges.get(conversation) ?? 0) === unread) continue;
      badges.set(conversation, unread);
      report({ kind: 'badge', at, conversation, unread });
    }
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['data-msgid', 'class', 'text'],
  });
})();
