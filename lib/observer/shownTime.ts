import type { ShownTime } from '@/lib/domain/reading';
import type { TimeRule } from '@/lib/workbenches/types';

const MINUTE_MS = 60_000;
/** A shown time may be ahead of ours by this before "today" must have meant yesterday. */
const AHEAD_MS = 5 * MINUTE_MS;

const PARTS = {
  YYYY: '(\\d{4})',
  MM: '(\\d{1,2})',
  DD: '(\\d{1,2})',
  HH: '(\\d{1,2})',
  mm: '(\\d{2})',
  ss: '(\\d{2})',
};
type Part = keyof typeof PARTS;

interface Pattern {
  expression: RegExp;
  parts: Part[];
}

const patterns = new Map<string, Pattern>();

function isPart(piece: string): piece is Part {
  return piece in PARTS;
}

function patternOf(format: string): Pattern {
  let pattern = patterns.get(format);
  if (!pattern) {
    const pieces = format.split(/(YYYY|MM|DD|HH|mm|ss)/u).filter((piece) => piece !== '');
    const source = pieces.map((piece) => (isPart(piece) ? PARTS[piece] : piece.replace(/[^\p{L}\p{N}]/gu, '\\$&')));
    pattern = { expression: new RegExp(source.join('').replace(/\\ /gu, '\\s+')), parts: pieces.filter(isPart) };
    patterns.set(format, pattern);
  }
  return pattern;
}

/**
 * Reads a time as the workbench shows it, in the browser's time zone. Parts that are not shown are taken from today, and
 * never give a time in the future. null when it cannot be read; never an exception.
 */
export function parseShownTime(
  text: string | null,
  { format, precision }: Pick<TimeRule, 'format' | 'precision'>,
  now: number,
): ShownTime | null {
  if (text === null) return null;
  const at = format === 'iso' ? parseIso(text) : format === 'epochMs' ? Number(text) : parsePattern(text, format, now);
  if (at === null || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  return { at: startOfUnit(at, precision), precision };
}

/** Only complete ones: the engine's own parser takes nearly anything for a date. */
function parseIso(text: string): number | null {
  return /^\d{4}-\d{2}-\d{2}T/u.test(text) ? Date.parse(text) : null;
}

function parsePattern(text: string, format: string, now: number): number | null {
  const { expression, parts } = patternOf(format);
  const found = expression.exec(text);
  if (!found) return null;
  const today = new Date(now);
  const given = new Map(parts.map((part, i) => [part, Number(found[i + 1])]));
  const year = given.get('YYYY') ?? today.getFullYear();
  const month = (given.get('MM') ?? today.getMonth() + 1) - 1;
  const day = given.get('DD') ?? today.getDate();
  const [hour, minute, second] = [given.get('HH') ?? 0, given.get('mm') ?? 0, given.get('ss') ?? 0];
  if (month > 11 || month < 0 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null;
  const moment = (y: number, d: number) => new Date(y, month, d, hour, minute, second).getTime();
  const at = moment(year, day);
  if (at <= now + AHEAD_MS) return at;
  if (!given.has('DD')) return moment(year, day - 1);
  return given.has('YYYY') ? at : moment(year - 1, day);
}

function startOfUnit(at: number, precision: ShownTime['precision']): number {
  if (precision === 'second') return Math.floor(at / 1000) * 1000;
  if (precision === 'minute') return Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
