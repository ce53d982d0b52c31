import { findEditable } from '@/lib/composer/findEditable';
import { insertIntoComposer } from '@/lib/composer/insertIntoComposer';
import { pasteFile } from '@/lib/composer/pasteFile';
import { fromBase64 } from '@/lib/messaging/base64';
import { type ReplyExtras, sendMessage } from '@/lib/messaging/protocol';
import { findComposer } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { ComposerNotice } from './careStore';
import { copyPicture } from './copyPicture';

/**
 * Puts what goes with a reply behind its text: links as text, pictures as a paste where the composer is known to hold one
 * until it is sent. Any other picture goes to the clipboard. Says what the agent has to know; never sends.
 */
export async function insertExtras({
  adapter,
  document,
  extras: { expiredAt, links, pictures },
  pastes,
  notify,
}: {
  adapter: Adapter;
  document: Document;
  extras: ReplyExtras;
  /** Whether a picture may be pasted here: there are pages that send it at once. */
  pastes: boolean;
  notify: (notice: ComposerNotice) => void;
}): Promise<void> {
  if (expiredAt !== null) notify({ notice: 'expired', at: expiredAt });
  const field = findComposer({ adapter, document });
  if (field === null) return;
  const text = links.map(({ title, url }) => `\n${title === '' ? '' : `${title} `}${url}`).join('');
  if (text !== '') insertIntoComposer({ field, text });
  let copied = false;
  for (const { id, name } of pictures) {
    const picture = await sendMessage('readPicture', { id });
    if (picture === null) continue;
    const file = new File([fromBase64(picture.data)], name, { type: picture.type });
    const editable = findEditable(field);
    if (pastes && editable !== null && pasteFile(editable, file)) continue;
    // The clipboard holds one.
    const inClipboard: boolean = !copied && (await copyPicture(file, document));
    copied ||= inClipboard;
    notify({ notice: inClipboard ? 'pictureCopied' : 'pictureLeft', name });
  }
}
