import { itemAt } from './itemAt';
import type { AlignResult, EntryChanges, NewEntry } from './types';

/** A result on its way: what one reading changes, with what follows from each change. */
export class AlignmentDraft {
  readonly result: AlignResult = {
    matched: [],
    inserted: [],
    removed: [],
    gap: null,
    changedFrom: null,
    incomingAdded: 0,
    skewSamplesMs: [],
  };
  #numbers: readonly number[];

  /** `numbers`: of each row of the window, its number in the reading. */
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** Something changed at this moment, ms. */
  touch(at: number): void {
    this.result.changedFrom = Math.min(this.result.changedFrom ?? at, at);
  }

  match(index: number, key: string, changes: EntryChanges | null): void {
    this.result.matched.push({ row: itemAt(this.#numbers, index), key, changes });
  }

  insert(index: number, entry: NewEntry): void {
    this.result.inserted.push({ row: itemAt(this.#numbers, index), entry });
    if (entry.history) return;
    this.touch(entry.at);
    if (entry.author === 'customer') this.result.incomingAdded++;
  }

  /** The result, in order. */
  finish(): AlignResult {
    this.result.matched.sort((a, b) => a.row - b.row);
    this.result.inserted.sort((a, b) => a.entry.seq - b.entry.seq);
    return this.result;
  }
}
