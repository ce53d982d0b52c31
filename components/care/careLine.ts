import type { CareCheck, CareKind } from '@/lib/domain/care';
import type { Translate } from '@/lib/i18n/translator';

/** One thing that the mark at the composer says. */
export type CareLine =
  /** Words of one kind, as they were written. */
  | { line: 'word'; kind: CareKind; written: readonly string[] }
  | ({ line: 'check' } & CareCheck)
  | { line: 'expired'; date: string }
  | { line: 'pictureCopied'; name: string }
  | { line: 'pictureLeft'; name: string }
  | { line: 'copied' }
  | { line: 'yielded' };

/** What it is about, and what it means. */
export function careWords(line: CareLine, t: Translate): { what: string; why: string } {
  if (line.line === 'word')
    return { what: line.written.map((word) => `「${word}」`).join(''), why: t(`overlay:care.${line.kind}`) };
  if (line.line === 'check') return checkWords(line, t);
  if (line.line === 'expired') return { what: t('overlay:care.expired', { date: line.date }), why: '' };
  if (line.line === 'copied') return { what: t('overlay:care.copied'), why: '' };
  if (line.line === 'yielded') return { what: t('overlay:care.yielded'), why: '' };
  return { what: t(`overlay:care.${line.line}`, { name: line.name }), why: '' };
}

function checkWords(check: CareCheck, t: Translate): { what: string; why: string } {
  switch (check.check) {
    case 'unfilledVariable':
      return { what: check.names.map((name) => `{${name}}`).join(' '), why: t('overlay:care.unfilledVariable') };
    case 'otherCustomer':
      return { what: `「${check.name}」`, why: t('overlay:care.otherCustomer') };
    case 'sentOften':
      return { what: t('overlay:care.sentOften', { share: Math.round(check.share * 100) }), why: '' };
    default:
      return { what: t(`overlay:care.${check.check}`), why: '' };
  }
}
