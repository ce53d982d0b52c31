import type { ConversationRef, ListReading, Reading, TranscriptReading } from '@/lib/domain/reading';

/** So many messages in so many conversations, all of one side, are no chance. */
const MANY_MESSAGES = 30;
const MANY_CONVERSATIONS = 3;
/** Text that long in a transcript was written by somebody. */
const SOME_TEXT = 20;
/** A preview shorter than this may stand anywhere. */
const SOME_PREVIEW = 4;

/** What the readings themselves prove: that rows are recognised, both sides are, and list and transcript agree. */
export class ReadingProofs {
  #sides = new Map<string, { customer: number; own: number }>();
  #last: TranscriptReading | null = null;
  #list: ListReading | null = null;
  #wasOpen = false;

  note(reading: Reading): void {
    if (reading.kind === 'list') this.#list = reading;
    if (reading.kind !== 'transcript') return;
    this.#last = reading;
    this.#wasOpen = true;
    const messages = reading.rows.filter(({ author }) => author !== null);
    if (messages.length === 0) return;
    const customer = messages.filter(({ author }) => author === 'customer').length;
    this.#sides.set(reading.conversation.key, { customer, own: messages.length - customer });
  }

  /** The transcript of the open conversation says something, and nothing of it is recognised that was before. */
  hasLostRows(open: ConversationRef | null, transcript: Element | null): boolean {
    const last = this.#last;
    if (open === null || transcript === null || last?.conversation.key !== open.key || last.rows.length > 0)
      return false;
    const text = (transcript.textContent ?? '').trim();
    if (text.length < SOME_TEXT) return false;
    const preview = this.#active()?.preview?.replace(/(?:…|\.\.\.)$/u, '') ?? '';
    return (
      this.#sides.has(open.key) || (this.#sides.size > 0 && preview.length >= SOME_PREVIEW && text.includes(preview))
    );
  }

  isOneSided(): boolean {
    const all = [...this.#sides.values()];
    const customer = all.reduce((sum, side) => sum + side.customer, 0);
    const own = all.reduce((sum, side) => sum + side.own, 0);
    return all.length >= MANY_CONVERSATIONS && customer + own >= MANY_MESSAGES && (customer === 0 || own === 0);
  }

  /** The list marks one conversation as open, and the head names another one of the list, or none any more. */
  disagrees(open: ConversationRef | null): boolean {
    const active = this.#active()?.conversation ?? null;
    if (active === null) return false;
    if (open === null) return this.#wasOpen;
    if (active.keyedBy !== open.keyedBy || active.key === open.key) return false;
    return this.#list?.items.some(({ conversation }) => conversation.key === open.key) === true;
  }

  #active() {
    const active = this.#list?.items.filter((item) => item.active) ?? [];
    return active.length === 1 ? active[0] : undefined;
  }
}
