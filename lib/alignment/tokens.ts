/** As many tabs as can follow one row at a time. */
const OBSERVERS = 3;

const observerOf = (token: string): string => token.slice(0, token.lastIndexOf(':'));

/** The tokens by which observers follow an entry, the latest first. */
export function tokensOf(stored: string | null): string[] {
  return stored === null ? [] : stored.split(' ');
}

/** The stored form with one observer's token added; its older one goes. So that two tabs do not push each other out. */
export function withToken(stored: string | null, token: string): string {
  const known = tokensOf(stored);
  if (known.includes(token)) return known.join(' ');
  const others = known.filter((other) => observerOf(other) !== observerOf(token));
  return [token, ...others].slice(0, OBSERVERS).join(' ');
}
