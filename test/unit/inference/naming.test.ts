import { describe, expect, it } from 'vitest';
import { isHashed, isMeasure, trust, wordsOf } from '@/lib/inference/naming';

describe('a name that a build made up', () => {
  it.each(['css-1x2y3z', '_3fk2a_1', 'DEwekPN7v2', 'O4UWWFoQxgMq4AWHMq25', 'sc-bdVaJa'])('%s is one', (name) => {
    expect(isHashed(name)).toBe(true);
  });

  it.each(['message', 'chat-message--agent', 'messageIsMe', 'wb-row', 'rce-mbox-text', 'c-conversation-menu-item'])(
    '%s is none',
    (name) => {
      expect(isHashed(name)).toBe(false);
    },
  );
});

it('trusts data attributes most, then names, then looks, then hashes', () => {
  const order = ['[data-side="own"]', '.message--own', '.justify-end', '.css-1x2y3z'];
  expect([...order].sort((a, b) => trust(b) - trust(a))).toEqual(order);
});

it('takes names apart into words', () => {
  expect(wordsOf('messageIsMe')).toEqual(['message', 'is', 'me']);
  expect(wordsOf('chat-message--agent')).toEqual(['chat', 'message', 'agent']);
});

it.each(['.me-0', '.ms-2', '.right-4', '.end-auto', '.me-md-3', '.me-1 *', '.me-0\\.5'])(
  '%s says how much, not what or whose',
  (selector) => {
    expect(isMeasure(selector)).toBe(true);
  },
);

it.each(['.me', '.is-me', '.message--me', '.msg-right', '.chat-left', '[data-side="me-1"]'])(
  '%s is no measure',
  (selector) => {
    expect(isMeasure(selector)).toBe(false);
  },
);
