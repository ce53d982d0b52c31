import { isOnlySymbols } from './text';

/** Replies without substance: the list as shipped. Editable. Which texts a platform means is not published: assumed. */
export const perfunctoryWords: readonly string[] = [
  '在',
  '在的',
  '在呢',
  '亲',
  '您好',
  '嗯',
  '嗯嗯',
  '哦',
  '稍等',
  '马上',
  '收到',
];

/**
 * Whether an agent's reply is perfunctory (敷衍回复): the whole text, trimmed, punctuation at its ends aside, is in the
 * list, or it is only punctuation or emoji.
 */
export function isPerfunctory(text: string, words: readonly string[] = perfunctoryWords): boolean {
  if (isOnlySymbols(text)) return true;
  const whole = text.normalize('NFKC').replace(/^[\s\p{P}~]+|[\s\p{P}~]+$/gu, '');
  return words.includes(whole);
}
