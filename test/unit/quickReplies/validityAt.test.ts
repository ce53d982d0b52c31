import { describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { offered } from '@/lib/quickReplies/offered';
import { createReplySearch } from '@/lib/quickReplies/search';
import { createSuggester } from '@/lib/quickReplies/suggest';
import { campaignReplies, nextValidityChange, validityAt } from '@/lib/quickReplies/validityAt';

const start = Date.UTC(2026, 10, 10, 12);
const end = Date.UTC(2026, 10, 12);
const plain: QuickReply = {
  id: 'plain',
  code: '',
  title: '满减规则',
  text: '满 300 减 30',
  group: '',
  order: 0,
  uses: 0,
  lastUsedAt: null,
};
const campaign: QuickReply = { ...plain, id: 'campaign', validFrom: start, validUntil: end };

describe('validityAt', () => {
  it('is valid from the first moment to the one before the last', () => {
    expect(validityAt(campaign, start - 1)).toBe('notYet');
    expect(validityAt(campaign, start)).toBe('valid');
    expect(validityAt(campaign, end - 1)).toBe('valid');
    expect(validityAt(campaign, end)).toBe('expired');
  });

  it('is open on a side without a moment', () => {
    expect(validityAt(plain, 0)).toBe('valid');
    expect(validityAt({ ...plain, validFrom: start }, end * 2)).toBe('valid');
    expect(validityAt({ ...plain, validUntil: end }, 0)).toBe('valid');
  });

  it('takes a reply in and out of search and suggestions at that moment', () => {
    const replies = [plain, campaign];
    const search = createReplySearch(replies);
    const suggester = createSuggester({ replies });
    const found = (now: number) => [
      search.search('满减', { offered: (reply) => offered(reply, { now, shop: null }) }).length,
      suggester.suggest({ messages: ['满减怎么算'], now }).length,
    ];
    expect(found(start - 1)).toEqual([1, 1]);
    expect(found(start)).toEqual([2, 2]);
    expect(found(end)).toEqual([1, 1]);
  });
});

describe('campaignReplies', () => {
  it('holds what has a span and is valid, first to end first', () => {
    const later: QuickReply = { ...campaign, id: 'later', validUntil: end + 1 };
    expect(campaignReplies([later, plain, campaign], start).map(({ id }) => id)).toEqual(['campaign', 'later']);
    expect(campaignReplies([later, plain, campaign], end).map(({ id }) => id)).toEqual(['later']);
    expect(campaignReplies([plain, campaign], start - 1)).toEqual([]);
  });
});

describe('nextValidityChange', () => {
  it('is the next beginning or end', () => {
    expect(nextValidityChange([plain, campaign], 0)).toBe(start);
    expect(nextValidityChange([plain, campaign], start)).toBe(end);
    expect(nextValidityChange([plain, campaign], end)).toBeNull();
  });
});

describe('offered', () => {
  it('keeps the replies of one shop to it', () => {
    const ofShop: QuickReply = { ...plain, shops: ['甲店'] };
    expect(offered(ofShop, { now: 0, shop: '甲店' })).toBe(true);
    expect(offered(ofShop, { now: 0, shop: '乙店' })).toBe(false);
    expect(offered(ofShop, { now: 0, shop: null })).toBe(true);
    expect(offered({ ...plain, shops: [] }, { now: 0, shop: '乙店' })).toBe(true);
    const suggester = createSuggester({ replies: [ofShop] });
    expect(suggester.suggest({ messages: ['满减'], now: 0, shop: '乙店' })).toEqual([]);
    expect(suggester.suggest({ messages: ['满减'], now: 0, shop: '甲店' })).toHaveLength(1);
  });
});
