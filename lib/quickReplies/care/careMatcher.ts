import type { CareKind, CareLevel } from '@/lib/domain/care';
import { ownDomains } from './careLists';
import type { CareList } from './careWord';
import { type FoldedText, foldCare } from './foldCare';

/** A word that was found in a text. */
export interface CareHit {
  kind: CareKind;
  level: CareLevel;
  /** The word of the list; for phone numbers and addresses what was written. */
  word: string;
  /** Place in the text as written, UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

/** Finds the words of the lists in what is typed. */
export interface CareMatcher {
  /** In the order of the text; where two words overlap, the longer one. */
  find(text: string): CareHit[];
}

interface Word {
  kind: CareKind;
  level: CareLevel;
  word: string;
  units: string[];
  harmless: boolean;
}

const phone = /(?<![\d.])1[3-9]\d(?:[\s-]?\d){8}(?![\d.])/g;
const address =
  /(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|top|shop|xyz|vip|cc|me)\b[^\s\u4e00-\u9fff]*/gi;
const latin = /^[a-z0-9]$/;

/** Prepares lists for matching; `platform` is a metric profile's id. */
export function createCareMatcher(lists: readonly CareList[], platform: string): CareMatcher {
  /** By first unit, longest word first: of overlapping words the longest is found. */
  const byFirst = new Map<string, Word[]>();
  for (const { kind, level, words, except, homophones = [] } of lists)
    for (const [written, harmless] of [
      ...words.map((w) => [w, false] as const),
      ...except.map((w) => [w, true] as const),
    ])
      for (const units of spellings(foldCare(written).units, homophones)) {
        const [first] = units;
        if (first === undefined) continue;
        const known = byFirst.get(first) ?? [];
        known.push({ kind, level, word: written, units, harmless });
        byFirst.set(first, known);
      }
  for (const words of byFirst.values())
    words.sort((a, b) => b.units.length - a.units.length || Number(b.harmless) - Number(a.harmless));
  const allowed = Object.hasOwn(ownDomains, platform) ? (ownDomains[platform] ?? []) : [];

  return {
    find(text) {
      const folded = foldCare(text);
      const hits: CareHit[] = contacts(text, allowed);
      /** Until which unit a harmless phrase reaches. */
      let harmlessUntil = 0;
      for (let at = 0; at < folded.units.length; at++) {
        const word = byFirst.get(folded.units[at] ?? '')?.find(({ units }) => standsAt(folded, at, units, text));
        if (word === undefined) continue;
        const end = at + word.units.length;
        if (word.harmless) harmlessUntil = Math.max(harmlessUntil, end);
        else if (end > harmlessUntil && !insideHarmless(at, end)) hits.push(hitOf(word, at, end));
      }
      return hits.sort((a, b) => a.start - b.start || b.end - a.end).filter(outermost);

      /** Whether a harmless phrase that began earlier in the text, or begins before, covers these units. */
      function insideHarmless(from: number, to: number): boolean {
        for (let start = Math.max(0, from - 6); start < from; start++) {
          const around = byFirst.get(folded.units[start] ?? '') ?? [];
          if (
            around.some(
              (word) => word.harmless && start + word.units.length >= to && standsAt(folded, start, word.units, text),
            )
          )
            return true;
        }
        return false;
      }
      function hitOf({ kind, level, word }: Word, from: number, to: number): CareHit {
        const start = folded.starts[from] ?? 0;
        const last = folded.starts[to - 1] ?? start;
        const width = text.codePointAt(last) ?? 0;
        return { kind, level, word, start, end: last + (width > 0xffff ? 2 : 1) };
      }
    },
  };
}

/** A word in all its spellings by the characters that are written for one another. */
function spellings(units: readonly string[], homophones: readonly string[]): string[][] {
  return units.reduce<string[][]>(
    (sofar, unit) => {
      const group = homophones.find((one) => one.startsWith(unit)) ?? unit;
      return sofar.flatMap((start) => [...group].map((other) => [...start, other]));
    },
    [[]],
  );
}

/** Whether the units stand at a place. Latin words are whole words in the text as written: no `wx` in `jwxy`. */
function standsAt({ units, starts }: FoldedText, at: number, word: readonly string[], text: string): boolean {
  for (let i = 0; i < word.length; i++) if (units[at + i] !== word[i]) return false;
  const before = text.charAt((starts[at] ?? 0) - 1).toLowerCase();
  const after = text.charAt((starts[at + word.length - 1] ?? 0) + 1).toLowerCase();
  if (latin.test(word[0] ?? '') && latin.test(before)) return false;
  return !(latin.test(word.at(-1) ?? '') && latin.test(after));
}

function contacts(text: string, allowed: readonly string[]): CareHit[] {
  const plain = text.replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
  const found = [...plain.matchAll(phone), ...[...plain.matchAll(address)].filter(([url]) => !isOwn(url, allowed))];
  return found.map(({ 0: word, index }) => {
    return { kind: 'offPlatform', level: 'ask', word, start: index, end: index + word.length };
  });
}

function isOwn(url: string, allowed: readonly string[]): boolean {
  const host =
    url
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .split(/[/?#:]/, 1)[0] ?? '';
  return allowed.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function outermost({ start, end }: CareHit, i: number, hits: readonly CareHit[]): boolean {
  return !hits.slice(0, i).some((other) => other.start <= start && other.end >= end);
}
