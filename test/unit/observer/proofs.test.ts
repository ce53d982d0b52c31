// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { ListReading, ReadingRow, RowAuthor, TranscriptReading } from '@/lib/domain/reading';
import { ReadingProofs } from '@/lib/observer/proofs';

const ref = (key: string) => ({ key, keyedBy: 'id' as const, name: key });
const row = (author: RowAuthor): ReadingRow => ({
  author,
  event: null,
  id: null,
  text: '在吗',
  shown: null,
  seenAt: null,
  token: null,
  sendActionAt: null,
});
const transcript = (key: string, authors: RowAuthor[]): TranscriptReading => ({
  kind: 'transcript',
  readAt: 0,
  conversation: ref(key),
  rows: authors.map(row),
  reachesEnd: true,
  baseline: false,
});
const list = (active: string | null, preview: string | null = null): ListReading => ({
  kind: 'list',
  readAt: 0,
  ambiguousNames: [],
  baseline: false,
  items: ['a', 'b'].map((key) => ({
    conversation: ref(key),
    unread: 0,
    active: key === active,
    preview,
    waitingSince: null,
  })),
});
const box = (text: string) => Object.assign(document.createElement('div'), { textContent: text });
const long = '请问这个什么时候发货呀,我等了很久了还没有收到';

describe('rows', () => {
  it('are lost when a conversation that had some has none, and still says something', () => {
    const proofs = new ReadingProofs();
    proofs.note(transcript('a', ['customer', 'own']));
    proofs.note(transcript('a', []));
    expect(proofs.hasLostRows(ref('a'), box(long))).toBe(true);
    expect(proofs.hasLostRows(ref('a'), box('还没有消息'))).toBe(false);
    expect(proofs.hasLostRows(ref('b'), box(long))).toBe(false);
    expect(proofs.hasLostRows(null, box(long))).toBe(false);
  });

  it('are lost in a new conversation when the transcript holds the message that the list shows', () => {
    const proofs = new ReadingProofs();
    proofs.note(transcript('a', ['customer', 'own']));
    proofs.note(list('b', '请问这个什么时候发货呀…'));
    proofs.note(transcript('b', []));
    expect(proofs.hasLostRows(ref('b'), box(long))).toBe(true);
    expect(proofs.hasLostRows(ref('b'), box('客户来自商品详情页,机器人正在接待,请稍候处理'))).toBe(false);
  });
});

describe('sides', () => {
  it('are one only after many messages of several conversations', () => {
    const proofs = new ReadingProofs();
    const ten = Array.from({ length: 10 }, () => 'own' as const);
    proofs.note(transcript('a', ten));
    proofs.note(transcript('b', ten));
    expect(proofs.isOneSided()).toBe(false);
    proofs.note(transcript('c', ten));
    expect(proofs.isOneSided()).toBe(true);
    proofs.note(transcript('c', [...ten, 'customer']));
    expect(proofs.isOneSided()).toBe(false);
  });
});

describe('list and transcript', () => {
  it('disagree when the list marks another conversation than the head names', () => {
    const proofs = new ReadingProofs();
    proofs.note(list('a'));
    expect(proofs.disagrees(ref('a'))).toBe(false);
    expect(proofs.disagrees(ref('b'))).toBe(true);
    // A head that names what the list does not have says nothing: the list may be filtered.
    expect(proofs.disagrees(ref('z'))).toBe(false);
    proofs.note(list(null));
    expect(proofs.disagrees(ref('b'))).toBe(false);
  });

  it('disagree when a conversation is marked as open and none is named any more', () => {
    const proofs = new ReadingProofs();
    proofs.note(list('a'));
    expect(proofs.disagrees(null)).toBe(false);
    proofs.note(transcript('a', ['customer']));
    expect(proofs.disagrees(null)).toBe(true);
  });
});
