import type { Adapter } from '@/lib/workbenches/types';
import { first } from './query';

/** Whether an address fits a match pattern of extensions (scheme://host/path with *). */
export function fitsPattern(url: string, pattern: string): boolean {
  const parts = /^(\*|https?|file):\/\/(\*|(?:\*\.)?[^/*]*)(\/.*)$/u.exec(pattern);
  const address = parseUrl(url);
  if (!parts || !address) return false;
  const [, scheme, host = '', path = ''] = parts;
  if (scheme === '*' ? !/^https?:$/u.test(address.protocol) : address.protocol !== `${scheme}:`) return false;
  const bare = host.replace(/^\*\./u, '');
  const hostFits =
    host === '*' ||
    address.host === bare ||
    address.hostname === bare ||
    (host.startsWith('*.') && address.hostname.endsWith(`.${bare}`));
  if (!hostFits) return false;
  const source = path.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replace(/\*/gu, '.*');
  return new RegExp(`^${source}$`, 'u').test(address.pathname + address.search);
}

function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/**
 * The adapter of a page: the first whose address fits, else the first whose signature is all there; null = no workbench
 * that is known.
 */
export function matchAdapter({
  adapters,
  document,
  url,
}: {
  adapters: readonly Adapter[];
  document: Document;
  url: string;
}): Adapter | null {
  return (
    adapters.find((adapter) => adapter.matches.some((pattern) => fitsPattern(url, pattern))) ??
    adapters.find(({ signature = [] }) => signature.length > 0 && signature.every((one) => first(document, [one]))) ??
    null
  );
}
