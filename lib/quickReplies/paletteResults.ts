import type { PaletteResult } from '@/lib/domain/palette';
import type { QuickReply } from '@/lib/domain/quickReply';
import { fillVariables, type VariableValues } from './fillVariables';
import { type OfferScope, offered } from './offered';
import { pickText } from './pickText';
import type { ReplySearch } from './search';
import { byUse } from './usualReplies';
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
  request: PaletteRequest,
): PaletteResult[] {
  const { query, limit, scope } = request;
  if (query.trim() === '') return usualResults(library.replies, request);
  const hits = library.search.search(query, { limit, offered: (reply) => offered(reply, scope) });
  return hits.map(({ reply, highlights }) => resultOf(reply, highlights, request));
}

/** What the palette shows for an empty query, of these replies. */
export function usualResults(replies: readonly QuickReply[], request: PaletteRequest): PaletteResult[] {
  const { limit, scope } = request;
  const may = replies.filter((reply) => offered(reply, scope));
  const campaign = new Set(campaignReplies(may, scope.now));
  const others = may.filter((reply) => !campaign.has(reply)).sort(byUse);
  const highlights = { code: [], title: [], text: [] };
  return [...campaign, ...others].slice(0, limit).map((reply) => resultOf(reply, highlights, request));
}

function resultOf(
  reply: QuickReply,
  highlights: PaletteResult['highlights'],
  { values, sentToCustomer }: PaletteRequest,
): PaletteResult {
  const { id, code, title, group, validUntil = null } = reply;
  const { text, asked } = fillVariables(pickText(reply, sentToCustomer), values);
  const shown = { code: highlights.code, title: highlights.title, text: text === reply.text ? highlights.text : [] };
  return { replyId: id, code, title, text, group, asked, validUntil, highlights: shown };
}
