import type { QuickReply } from '@/lib/domain/quickReply';
import { foldText } from './foldText';

/** All the texts that a reply can be sent as; at least one. */
export function textsOf({ text, variants = [] }: QuickReply): string[] {
  return [text, ...variants.filter((variant) => variant.trim() !== '')];
}

/**
 * The text of a reply for one customer: the first that they were not sent yet; where they had all, the one that they
 * had longest ago. `sentToCustomer` are the texts that they were sent, oldest first, as they stood in the message or
 * before the variables were filled. A text with variables counts as sent when what stands around them was.
 */
export function pickText(reply: QuickReply, sentToCustomer: readonly string[]): string {
  const sent = sentToCustomer.map(foldText);
  const texts = textsOf(reply).map((text) => ({ text, last: lastSent(text, sent) }));
  texts.sort((a, b) => a.last - b.last);
  return texts[0]?.text ?? reply.text;
}

/** Position of the last message that this text made; -1 where none did. */
function lastSent(text: string, sent: readonly string[]): number {
  const folded = foldText(text);
  const parts = folded.split(/[{｛][?？]?[\p{L}\p{N}_ ]{1,16}[}｝]/u);
  const made = sent.map((message) => message === folded || (parts.length > 1 && followEachOther(parts, message)));
  return made.lastIndexOf(true);
}

/** Whether a message begins with the first part, ends with the last, and has the others between, in this order. */
function followEachOther(parts: readonly string[], message: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!message.startsWith(first) || first.length + last.length > message.length || !message.endsWith(last))
    return false;
  // Parts that are all but empty would fit any message.
  if (parts.join('').length < 2) return false;
  let at = first.length;
  for (const part of rest) {
    const found = message.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= message.length - last.length;
}
