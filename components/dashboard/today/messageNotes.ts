import type { EntryChange, OpenedMessage } from '@/lib/domain/openedMessage';
import type { Translate } from '@/lib/i18n/translator';
import { timeToSecond } from '../timeOfDay';

type ChoiceWord =
  | 'isAuto'
  | 'isNotAuto'
  | 'isClosing'
  | 'isNotClosing'
  | 'isPerfunctory'
  | 'isNotPerfunctory'
  | 'isColleagues'
  | 'isMine';

/** What can be said of a message against what it was taken for. */
export function choicesOf({
  author,
  closing,
  perfunctory,
}: Pick<OpenedMessage, 'author' | 'closing' | 'perfunctory'>): { word: ChoiceWord; change: EntryChange }[] {
  switch (author) {
    case 'customer':
      return closing === 'yes'
        ? [{ word: 'isNotClosing', change: { closing: false } }]
        : [{ word: 'isClosing', change: { closing: true } }];
    case 'agent':
      return [
        { word: 'isAuto', change: { author: 'auto' } },
        { word: 'isColleagues', change: { author: 'colleague' } },
        perfunctory
          ? { word: 'isNotPerfunctory', change: { perfunctory: false } }
          : { word: 'isPerfunctory', change: { perfunctory: true } },
      ];
    case 'auto':
      return [
        { word: 'isNotAuto', change: { author: 'agent' } },
        { word: 'isColleagues', change: { author: 'colleague' } },
      ];
    case 'colleague':
      return [
        { word: 'isMine', change: { author: 'agent' } },
        { word: 'isAuto', change: { author: 'auto' } },
      ];
    case 'assist':
      return [];
  }
}

/** What a message was taken for, each with why, and when its conversation was opened and its composer touched. */
export function noteOf(
  message: OpenedMessage,
  perfunctorySinceMs: number | null,
  timeZone: string,
  t: Translate,
): string[] {
  const { author, closing, perfunctory, corrected, openedAt, firstKeyAt } = message;
  const word = (key: Parameters<typeof noteKey>[0]) => t(noteKey(key));
  const notes: string[] = [];
  if (author === 'auto') notes.push(word(autoWord(message)));
  if (author === 'colleague') notes.push(word(corrected.author === undefined ? 'colleague' : 'colleagueCorrected'));
  if (message.review) notes.push(word('review'));
  if (message.held === true) notes.push(word('held'));
  if (closing === 'yes') notes.push(word(corrected.closing === undefined ? 'closing' : 'closingCorrected'));
  if (closing === 'afterQuestion') notes.push(word('closingAfterQuestion'));
  if (closing === 'beginsSession') notes.push(word('closingFirst'));
  if (perfunctory && author === 'agent') {
    const isAutomatic = perfunctorySinceMs !== null && message.at >= perfunctorySinceMs;
    if (corrected.perfunctory !== undefined) notes.push(word('perfunctoryCorrected'));
    else notes.push(word(isAutomatic ? 'perfunctoryAuto' : 'perfunctory'));
  }
  if (message.recalled) notes.push(word('recalled'));
  if (author === 'agent' || author === 'assist') {
    const seen = [
      ...(openedAt === null ? [] : [t('dashboard:figures.message.opened', { time: timeToSecond(openedAt, timeZone) })]),
      ...(firstKeyAt === null
        ? []
        : [t('dashboard:figures.message.typed', { time: timeToSecond(firstKeyAt, timeZone) })]),
    ];
    if (seen.length > 0) notes.push(seen.join(' · '));
  }
  return notes;
}

function autoWord({ corrected, textMark }: OpenedMessage): 'auto' | 'autoCorrected' | 'autoText' {
  if (corrected.author !== undefined) return 'autoCorrected';
  return textMark == null ? 'auto' : 'autoText';
}

type NoteWord =
  | 'auto'
  | 'autoCorrected'
  | 'autoText'
  | 'colleague'
  | 'colleagueCorrected'
  | 'review'
  | 'held'
  | 'closing'
  | 'closingCorrected'
  | 'closingAfterQuestion'
  | 'closingFirst'
  | 'perfunctory'
  | 'perfunctoryAuto'
  | 'perfunctoryCorrected'
  | 'recalled';

function noteKey(word: NoteWord): `dashboard:figures.message.${NoteWord}` {
  return `dashboard:figures.message.${word}`;
}
