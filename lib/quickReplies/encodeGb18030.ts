/** Bytes by code unit, made once: the browser decodes GB18030 but does not encode it. */
let table: Map<string, Uint8Array> | null = null;

/**
 * A text in GB18030, of which GBK is the part that older tools read: every character has its bytes in it, so nothing is
 * lost. Made by decoding all two-byte and the four-byte sequences of the basic plane, and by rule above that.
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

function makeTable(): Map<string, Uint8Array> {
  const made = new Map<string, Uint8Array>();
  const decoder = new TextDecoder('gb18030');
  const learn = (bytes: Uint8Array) => {
    const character = decoder.decode(bytes);
    if ([...character].length === 1 && character !== '\uFFFD' && !made.has(character)) made.set(character, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) learn(Uint8Array.of(first, second));
  for (let number = 0; number <= 39_419; number++) learn(Uint8Array.from(fourBytes(number)));
  return made;
}

function fourBytes(number: number): [number, number, number, number] {
  const fourth = number % 10;
  const third = Math.floor(number / 10) % 126;
  const second = Math.floor(number / 1260) % 10;
  return [Math.floor(number / 12_600) + 0x81, second + 0x30, third + 0x81, fourth + 0x30];
}
