import { foldText } from './foldText';

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const han = /^\p{Script=Han}/u;

/**
 * The features by which texts are compared: of Chinese every character and every pair of neighbours, of other
 * scripts every word. May hold one feature several times.
 */
export function textFeatures(text: string): string[] {
  const features: string[] = [];
  for (const [run] of foldText(text).matchAll(runs)) {
    if (!han.test(run)) {
      features.push(run);
      continue;
    }
    const characters = [...run];
    characters.forEach((character, i) => {
      features.push(character);
      const next = characters[i + 1];
      if (next !== undefined) features.push(character + next);
    });
  }
  return features;
}
