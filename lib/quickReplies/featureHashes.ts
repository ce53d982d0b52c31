/** Kinds of features: equal letters of another kind are another feature. */
const kind = { character: 11, pair: 13, triple: 17, word: 19, words: 23, letters: 29 } as const;

/** What is taken from a text beyond single characters, pairs and words. */
export interface FeatureDetail {
  /** Also triples of Chinese characters, pairs of words, and 3 and 4 letters in a row: for matching whole questions. */
  fine: boolean;
}

/**
 * The features by which texts are compared, as 30-bit hashes: of Chinese the characters and their pairs, of other
 * scripts the words without their commonest endings. The text is as `foldText` leaves it. May hold one feature several
 * times.
 */
export function featureHashes(folded: string, { fine }: FeatureDetail): number[] {
  const features: number[] = [];
  let previousWord = 0;
  for (let at = 0; at < folded.length; ) {
    const code = folded.charCodeAt(at);
    if (isHan(code)) {
      features.push(mix(kind.character, code));
      const next = folded.charCodeAt(at + 1);
      if (isHan(next)) {
        const pair = mix(mix(kind.pair, code), next);
        features.push(pair);
        const third = folded.charCodeAt(at + 2);
        if (fine && isHan(third)) features.push(mix(mix(kind.triple, pair), third));
      }
      previousWord = 0;
      at++;
    } else if (isLetter(code)) {
      let end = at + 1;
      while (end < folded.length && isLetter(folded.charCodeAt(end))) end++;
      const word = hashWord(folded, at, stemEnd(folded, at, end));
      features.push(word);
      if (fine) {
        if (previousWord !== 0) features.push(mix(mix(kind.words, previousWord), word));
        pushLetters(features, folded, at, end);
      }
      previousWord = word;
      at = end;
    } else at++;
  }
  return features;
}

function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 39 ||
    (code >= 0xc0 && code < 0x2000) ||
    (code >= 0x3040 && code < 0x3400) ||
    (code >= 0xac00 && code < 0xd7b0)
  );
}

function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  // 30 bits: what an engine keeps without an object of its own.
  return (mixed ^ (mixed >>> 13)) & 0x3fffffff;
}

function hashWord(text: string, start: number, end: number): number {
  let hash: number = kind.word;
  for (let i = start; i < end; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

const endings = ['ing', 'ed', 'es', 'ly', 's'];

/** End of the word without its ending, where more than four letters are there to begin with. */
function stemEnd(text: string, start: number, end: number): number {
  if (end - start <= 4) return end;
  for (const ending of endings) if (text.endsWith(ending, end)) return end - ending.length;
  return end;
}

/** Runs of 3 and 4 letters, of the word with the space before and after it and the start of the next one. */
function pushLetters(features: number[], text: string, start: number, end: number): void {
  for (let i = start - 1; i < end; i++) {
    let hash: number = kind.letters;
    for (let n = 0; n < 4; n++) {
      const code = text.charCodeAt(i + n);
      hash = mix(hash, isLetter(code) ? code : 32);
      if (n >= 2) features.push(hash);
    }
  }
}
