import { polyphonic } from 'pinyin-pro';

const known = new Map<string, readonly string[]>();

/**
 * All readings of one Chinese character in full pinyin without tones, ü as v (行: xing, hang, heng), most usual first;
 * of any other character none.
 */
export function readings(character: string): readonly string[] {
  const before = known.get(character);
  if (before) return before;
  const found = /\p{Script=Han}/u.test(character)
    ? (polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [])
    : [];
  const plain = [...new Set(found.map((reading) => reading.replaceAll('ü', 'v')))];
  known.set(character, plain);
  return plain;
}
