/**
 * Text as ranking and search compare it: full-width forms as half-width (ＡＢＣ → abc), lower case,
 * runs of white space as one space, trimmed.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
