import type { QuickReply } from '@/lib/domain/quickReply';

/** What of the library is listed. */
export type ReplyShelf =
  | { kind: 'all' }
  /** Of a campaign that is on. */
  | { kind: 'campaign' }
  | { kind: 'favourites' }
  /** A group with what is nested in it; `''` = without a group. */
  | { kind: 'group'; name: string };

/** Whether two are the same. */
export function sameShelf(one: ReplyShelf, other: ReplyShelf): boolean {
  return one.kind === 'group' && other.kind === 'group' ? one.name === other.name : one.kind === other.kind;
}

/** The replies of a shelf, in the order in which they come. */
export function onShelf(
  replies: readonly QuickReply[],
  shelf: ReplyShelf,
  campaign: ReadonlySet<string>,
): readonly QuickReply[] {
  switch (shelf.kind) {
    case 'all':
      return replies;
    case 'campaign':
      return replies.filter(({ id }) => campaign.has(id));
    case 'favourites':
      return replies.filter(({ favourite }) => favourite === true);
    case 'group':
      return replies.filter(
        ({ group }) => group === shelf.name || (shelf.name !== '' && group.startsWith(`${shelf.name}/`)),
      );
  }
}
