import { dayWords, monthWords } from './timeWords';

const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\.?)?';
const DATE =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}[-/.月]\\d{1,2}(?:[-/.]\\d{2,4}|日)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?:,?\\s+\\d{4})?)';
const FOREIGN_DATE = `(?:\\d{1,2}\\.?\\s+(?:de\\s+)?(?:${monthWords.join('|')})\\.?(?:\\s+(?:de\\s+)?\\d{4})?)`;
const FOREIGN_DAY = `(?:${dayWords.join('|')})`;
const DAY =
  '(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天]|today|yesterday|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const AGO =
  '(?:刚刚|刚才|just now|now|an? (?:few seconds|second|minute|hour|day) ago|(?:about |less than )?\\d+\\s*(?:s|m|h|d|秒|分|分钟|小时|天|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?)(?:钟)?\\s*(?:前|ago)?)';
const PART = `(?:${DATE}|${FOREIGN_DATE}|${DAY}|${FOREIGN_DAY}|上午|下午|凌晨|晚上|${CLOCK})`;
const STAMP = `(?:${PART}(?:(?:[\\s,·|]|at)*${PART})*|${AGO})`;
const TIME = new RegExp(`^${STAMP}$`, 'iu');
const AT_END = new RegExp(`[\\s,·|(（@–—-](${STAMP})[)）]?$`, 'iu');
const AT_START = new RegExp(`^[(（]?(${STAMP})[)）]?(?=[\\s,·|–—-])`, 'iu');
const HAS_CLOCK = new RegExp(CLOCK, 'iu');
/** What stands beside a time and says how a message fared. */
const STATE =
  /[✓✔√☑·|,()（）]+|已读|未读|已送达|送达|已发送|发送中|发送成功|已编辑|\b(?:read|seen|sent|delivered|received|edited)\b/giu;
const MOST_LENGTH = 40;
const MOST_BESIDE = 60;

/** Whether a text is nothing but a time or date as chat pages write it. */
export function isTimeShaped(text: string): boolean {
  return timeIn(text) !== null;
}

/** The time or date of a text that says nothing else but how the message fared; null = it says something else. */
export function timeIn(text: string): string | null {
  if (text.length > MOST_LENGTH) return null;
  if (TIME.test(text)) return text;
  const bare = text.replace(STATE, ' ').replace(/\s+/gu, ' ').trim();
  if (bare === text || !TIME.test(bare)) return null;
  // As it is written, not as it is without the marks.
  return text.includes(bare) ? bare : text.replace(/[✓✔√☑]+/gu, '').trim();
}

/** Whether a time says the time of day. */
export function hasClock(text: string): boolean {
  return HAS_CLOCK.test(text);
}

/** The time of day with which a text begins or ends that says something else too, as a name does; null = there is none. */
export function timeBeside(text: string): string | null {
  if (text.length > MOST_BESIDE || !HAS_CLOCK.test(text)) return null;
  const found = (AT_END.exec(text) ?? AT_START.exec(text))?.[1];
  return found !== undefined && HAS_CLOCK.test(found) ? found : null;
}

const FORMATS = [
  'YYYY-MM-DD HH:mm:ss',
  'YYYY-MM-DD HH:mm',
  'YYYY/MM/DD HH:mm:ss',
  'YYYY/MM/DD HH:mm',
  'YYYY年MM月DD日 HH:mm:ss',
  'YYYY年MM月DD日 HH:mm',
  'MM-DD HH:mm:ss',
  'MM-DD HH:mm',
  'MM月DD日 HH:mm',
  'HH:mm:ss',
  'HH:mm',
] as const;

const DIGITS: Record<string, string> = {
  YYYY: '\\d{4}',
  MM: '\\d{1,2}',
  DD: '\\d{1,2}',
  HH: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
};

/** Words beside a clock without which it is another time, or one of another day. */
const DEPENDING =
  '年月日号天昨周星期上下午凌晨|[AaPp]\\.?[Mm]\\b|[Yy]esterday|(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec|[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)';

/**
 * The formats that any of these texts is written in. Clocks of twelve hours and words for days have none. `beside` = the
 * texts say something else too, such as a name.
 */
export function formatsOf(
  texts: readonly string[],
  beside = false,
): { format: string; match: string; precision: 'second' | 'minute' }[] {
  const [characters, ...words] = DEPENDING.split('|');
  const unless = `(?!.*(?:[${characters}]|${words.join('|')}))`;
  return FORMATS.flatMap((format) => {
    const shape = format.replace(/YYYY|MM|DD|HH|mm|ss/gu, (part) => DIGITS[part] ?? part);
    const before = format.startsWith('HH') ? unless : '';
    const match = beside ? `^${before}(?:.*[^\\d\\s:/.-]\\s)?(${shape})(?:\\s.*)?$` : `^${shape}$`;
    if (!texts.some((text) => new RegExp(match, 'u').test(text))) return [];
    return [{ format, match, precision: format.includes('ss') ? ('second' as const) : ('minute' as const) }];
  });
}
