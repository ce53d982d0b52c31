import { plainEmoji, trimText } from './text';

/** What a customer says to end: the list as shipped. Editable; entries are compared trimmed and in lower case. */
export const closingWords: readonly string[] = [
  '好的',
  '好',
  '好滴',
  '好哒',
  '好吧',
  '好的谢谢',
  '好的呢',
  '嗯',
  '嗯嗯',
  '嗯好',
  '哦',
  '哦哦',
  '哦好',
  '哦好的',
  '行',
  '行吧',
  '可以',
  '可以的',
  '谢谢',
  '谢谢亲',
  '谢谢你',
  '谢谢啦',
  '谢谢了',
  '多谢',
  '辛苦了',
  '辛苦',
  '知道了',
  '明白',
  '明白了',
  '收到',
  '了解',
  '没事了',
  '不用了',
  '再见',
  '拜拜',
  'ok',
  'okk',
  'okay',
  'thx',
  'thanks',
  'thank you',
  'bye',
  '👌',
  '🙏',
  '👍',
  '🌹',
  '❤',
  '😊',
];

/**
 * Whether a customer's text is a closing one by itself: after trimming punctuation and emoji it stands in the list, or
 * it is nothing but emoji of the list. For the whole rule see isClosingMessage.
 */
export function isClosing(text: string, words: readonly string[] = closingWords): boolean {
  const list = new Set(words.map((word) => plainEmoji(word).toLowerCase()));
  const trimmed = trimText(text);
  if (trimmed !== '') return list.has(trimmed);
  const emoji = [...plainEmoji(text)].filter((character) => /\p{Extended_Pictographic}/u.test(character));
  return emoji.length > 0 && emoji.every((character) => list.has(character));
}

/** Whether an agent's text asks something: then even 好的 needs an answer. */
export function asksSomething(text: string): boolean {
  if (/[?？]/u.test(text)) return true;
  return /(吗|么|呢|吧|没有|哪个|哪款|哪种|哪里|几个|多少|什么|怎么|是否|要不要|可不可以|能不能|有没有|是不是)$/u.test(
    trimText(text),
  );
}

/**
 * Whether a customer's message is closing (结束语), all of: its text is one (see isClosing), the agent's previous
 * message asked nothing, and it is not the first message of its session. `previousOwnText` null = there was none or it
 * is not known, which asks nothing.
 */
export function isClosingMessage(
  message: { text: string; previousOwnText: string | null; firstOfSession: boolean },
  words: readonly string[] = closingWords,
): boolean {
  if (message.firstOfSession || !isClosing(message.text, words)) return false;
  return message.previousOwnText === null || !asksSomething(message.previousOwnText);
}
