/** A text without the spaces, punctuation, symbols and emoji at its ends, in lower case. */
export function trimText(text: string): string {
  const edges = /^[\s\p{P}\p{Z}\p{S}\p{Cf}\p{Mn}]+|[\s\p{P}\p{Z}\p{S}\p{Cf}\p{Mn}]+$/gu;
  return text.normalize('NFKC').replace(edges, '').toLowerCase();
}

/** An emoji as lists compare it: without variation marks and skin tones. */
export function plainEmoji(text: string): string {
  return text.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
}

/** Whether a text is nothing but punctuation, symbols or emoji. An empty one is not. */
export function isOnlySymbols(text: string): boolean {
  return text.trim() !== '' && trimText(text) === '';
}
