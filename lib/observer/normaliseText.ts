/** Soft hyphens, zero-width characters, direction marks, blank braille: workbenches pad texts with them. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2800\uFEFF]/gu;

/** A text as it is compared and stored: without invisible characters, white space run together. */
export function normaliseText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}
