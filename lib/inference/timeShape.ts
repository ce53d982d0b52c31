const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\.?)?';
const DATE =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}[-/.月]\\d{1,2}(?:[-/.]\\d{2,4}|日)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?:,?\\s+\\d{4})?)';
const DAY =
  '(?:今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天]|today|yesterday|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const AGO =
  '(?:刚刚|刚才|just now|now|an? (?:few seconds|second|minute|hour|day) ago|(?:about |less than )?\\d+\\s*(?:s|m|h|d|秒|分|分钟|小时|天|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?)(?:钟)?\\s*(?:前|ago)?)';
const PART = `(?:${DATE}|${DAY}|上午|下午|凌晨|晚上|${CLOCK})`;
const TIME = new RegExp(`^(?:${PART}(?:(?:[\\s,·|]|at)*${PART})*|${AGO})$`, 'iu');

/** Whether a text is nothing but a time or date as chat pages write it. */
export function isTimeShaped(text: string): boolean {
  return text.length <= 40 && TIME.test(withoutMarks(text));
}

/** A time without the read marks beside it. */
export function withoutMarks(text: string): string {
  return text.replace(/[✓✔√☑]+/gu, '').trim();
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

/** The formats that any of these texts is written in. Clocks of twelve hours and words for days have none. */
export function formatsOf(
  texts: readonly string[],
): { format: string; match: string; precision: 'second' | 'minute' }[] {
  return FORMATS.flatMap((format) => {
    const match = `^${format.replace(/YYYY|MM|DD|HH|mm|ss/gu, (part) => DIGITS[part] ?? part)}$`;
    if (!texts.some((text) => new RegExp(match, 'u').test(text))) return [];
    return [{ format, match, precision: format.includes('ss') ? ('second' as const) : ('minute' as const) }];
  });
}
