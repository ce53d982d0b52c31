import type { PaletteResult } from '@/lib/domain/palette';
import type { QuickReply } from '@/lib/domain/quickReply';
import { fillVariables, type VariableValues } from './fillVariables';
import { type OfferScope, offered } from './offered';
import { pickText } from './pickText';
import type { ReplySearch, SearchHit } from './search';
import { campaignReplies } from './validityAt';

/** For which query, customer and moment results are made. */
export interface PaletteRequest {
  query: string;
  limit: number;
  scope: OfferScope;
  values: VariableValues;
  /** Texts that this customer was sent, oldest first. */
  sentToCustomer: readonly string[];
}

/** What the palette shows: what the query finds; for an empty one, campaign, favourites and what is used most. */
export function paletteResults(
  library: { replies: readonly QuickReply[]; readonly search: ReplySearch },
  { query, limit, scope, values, sentToCustomer }: PaletteRequest,
): PaletteResult[] {
  const may = (reply: QuickReply) => offered(reply, scope);
  const hits =
    query.trim() === ''
      ? usual(library.replies.filter(may), scope.now)
      : library.search.search(query, { limit, offered: may });
  return hits.slice(0, limit).map(({ reply, highlights }) => {
    const { id, code, title, group, validUntil = null } = reply;
    const { text, asked } = fillVariables(pickText(reply, sentToCustomer), values);
    const shown = { code: highlights.code, title: highlights.title, text: text === reply.text ? highlights.text : [] };
    return { replyId: id, code, title, text, group, asked, validUntil, highlights: shown };
  });
}

function usual(replies: readonly QuickReply[], now: number): Pick<SearchHit, 'reply' | 'highlights'>[] {
  const campaign = new Set(campaignReplies(replies, now));
  const rest = replies.filter((reply) => !campaign.has(reply));
  rest.sort(
    (a, b) => Number(b.favourite ?? false) - Number(a.favourite ?? false) || b.uses - a.uses || a.order - b.order,
  );
  const highlights = { code: [], title: [], text: [], group: [] };
  return [...campaign, ...rest].map((reply) => ({ reply, highlights }));
}
