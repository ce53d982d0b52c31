const encoder = new TextEncoder();

/** Gives the keyed hash of a normalised text. Slow the first time, remembered for the texts that stay on screen. */
export type TextHasher = (text: string) => Promise<string>;

const REMEMBERED = 5_000;

/**
 * Hashes text with a secret of this installation, so that two equal texts can be recognised after their text is gone,
 * and nobody who reads the database can look a short answer up. Call it before a transaction opens: awaiting it inside
 * would end the transaction.
 */
export async function createTextHasher(secretHex: string): Promise<TextHasher> {
  const secret = Uint8Array.from(secretHex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const remembered = new Map<string, string>();
  return async (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(text));
    const hash = hex(new Uint8Array(signature, 0, 16));
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, hash);
    return hash;
  };
}

/** A new secret: 32 random bytes as hex. */
export function newSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(32)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
