import { textCore } from './nearText';
import { readings } from './readings';

const longest = 4;

/**
 * A code for a text: the initials of its first characters, without polite words, as many as it takes to be free (2 to
 * 4), else with a number. Empty where the text has no Chinese character or letter.
 */
export function proposeCode(text: string, taken: ReadonlySet<string>): string {
  const initials = [...textCore(text)]
    .map((character) => (/[a-z0-9]/.test(character) ? character : (readings(character)[0]?.charAt(0) ?? '')))
    .join('');
  if (!/[a-z]/.test(initials)) return '';
  for (let length = 2; length <= Math.min(longest, initials.length); length++) {
    const code = initials.slice(0, length);
    if (!taken.has(code)) return code;
  }
  const start = initials.slice(0, longest);
  let number = 2;
  while (taken.has(`${start}${number}`)) number++;
  return taken.has(start) ? `${start}${number}` : start;
}
