import type { Adapter } from './types';

/** An adapter that the user made: by teaching a page, by repairing one that is built in, or from a file. */
export interface OwnAdapter {
  /** Origin of the pages that it reads; on them it comes before every built-in one. */
  origin: string;
  adapter: Adapter;
  /** ms. */
  savedAt: number;
  /** How sure the inference was, 0 to 1. */
  confidence: number;
  /** Id of the built-in adapter that it repairs, which it shares, so that its conversations go on; null = taught anew. */
  repairs: string | null;
}

const PREFIX = 'own-';

/** The id of a page that was taught anew. By its host, so that the same page taught again goes on where it was. */
export function ownAdapterId(url: string): string {
  return `${PREFIX}${new URL(url).host}`;
}

/** The host out of the id of a taught page; null for a built-in adapter. */
export function hostOfOwnAdapter(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}

/** An id within a path: a number, a UUID, a long hash. */
const ID = /^(?:\d+|[0-9a-f-]{16,}|(?=.*\d)[\w-]{16,})$/iu;

/** The match pattern of a page and those beside it: what names one conversation in the path becomes a star. */
export function patternOfPage(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  const parts = pathname.split('/').map((part) => (ID.test(part) ? '*' : part));
  const path = parts.join('/').replace(/(?:\/\*)+$/u, '/');
  return `${protocol}//${host}${path}*`;
}

/** The own adapters with this one in its place: one per origin and id. */
export function withOwnAdapter(all: readonly OwnAdapter[], one: OwnAdapter): OwnAdapter[] {
  return [...withoutOwnAdapter(all, { origin: one.origin, id: one.adapter.id }), one];
}

/** See withOwnAdapter. */
export function withoutOwnAdapter(
  all: readonly OwnAdapter[],
  { origin, id }: { origin: string; id: string },
): OwnAdapter[] {
  return all.filter((own) => own.origin !== origin || own.adapter.id !== id);
}
