/** Bytes by code unit, made once: the browser decodes GB18030 but does not encode it. */
let table: Map<string, readonly number[]> | null = null;

/**
 * A text in GB18030, of which GBK is the part that older tools read: every character has its bytes in it (but some for
 * private use), so nothing is lost. Made by decoding all two-byte and the four-byte sequences of the basic plane, and by rule above that.
 */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...fourBytes(code - 0x10000 + 189_000));
    else bytes.push(...(table.get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

/** All sequences, one a line: decoded at once, for there are 60,000. */
function makeTable(): Map<string, readonly number[]> {
  const sequences: (readonly number[])[] = [];
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) sequences.push([first, second]);
  for (let number = 0; number <= 39_419; number++) sequences.push(fourBytes(number));
  const bytes = Uint8Array.from(sequences.flatMap((sequence) => [...sequence, 0x0a]));
  const characters = new TextDecoder('gb18030').decode(bytes).split('\n');
  const made = new Map<string, readonly number[]>();
  sequences.forEach((sequence, i) => {
    const character = characters[i] ?? '';
    if (character.length === 1 && character !== '\uFFFD' && !made.has(character)) made.set(character, sequence);
  });
  // What decoding gives for every sequence that is none, and for this one alone because it is meant.
  return made.set('\uFFFD', fourBytes(39_417));
}

function fourBytes(number: number): [number, number, number, number] {
  const fourth = number % 10;
  const third = Math.floor(number / 10) % 126;
  const second = Math.floor(number / 1260) % 10;
  return [Math.floor(number / 12_600) + 0x81, second + 0x30, third + 0x81, fourth + 0x30];
}
