/** Languages whose words for days and months pages use, besides Chinese and English. */
const LANGUAGES = 'ar cs da de el es fi fr hu id it ja ko nl no pl pt ro ru sv th tr uk vi'.split(' ');

const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, day + 1)));

/** Two letters of an alphabet may be any word; two characters of Chinese or Korean are a whole one. */
const WORD = /^(?:\p{L}[\p{L}\p{M} ]{2,}|[\p{Script=Han}\p{Script=Hangul}]{2})$/u;

/** Words for today, yesterday and the days of the week, in these languages. */
export const dayWords: readonly string[] = words((language) => {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return [-1, 0].map((days) => relative.format(days, 'day')).concat(WEEKDAYS.map((day) => weekday.format(day)));
});

/** Three letters of the Latin alphabet may be any word ("set", "out"); of others they are how months are shortened. */
function isMonth(name: string): boolean {
  return name.length > 3 || !/^\p{Script=Latin}/u.test(name);
}

/** Names of months as they stand beside a day: whole, and shortened. */
export const monthWords: readonly string[] = words((language) =>
  (['long', 'short'] as const).flatMap((length) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: length, timeZone: 'UTC' });
    return MONTHS.flatMap((month) => {
      const name = format.formatToParts(month).find(({ type }) => type === 'month')?.value ?? '';
      const letters = name.replace(/\.$/u, '');
      return [letters, letters.slice(0, 3)].filter(isMonth);
    });
  }),
);

/** The longest first, without those that are no words. */
function words(of: (language: string) => string[]): string[] {
  const found = LANGUAGES.flatMap(of).filter((word) => WORD.test(word));
  return [...new Set(found.map((word) => word.toLowerCase()))].sort((a, b) => b.length - a.length);
}
