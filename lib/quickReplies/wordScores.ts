/**
 * Points of replies by word of the query; a reply counts while every word so far found it. The room is used again by
 * the next search, and only what was touched is cleared.
 */
export class WordScores {
  /** By number, points by the words before this one, and by this one. */
  #total = new Float64Array(0);
  points = new Float64Array(0);
  /** Numbers with points by this word, the first `count` of them. */
  touched = new Int32Array(0);
  count = 0;
  #isFirst = true;

  /** A new query, over so many replies. */
  begin(size: number): void {
    for (let i = 0; i < this.count; i++) this.points[this.touched[i] ?? 0] = 0;
    this.count = 0;
    if (!this.#isFirst) this.#total.fill(0);
    this.#isFirst = true;
    if (size <= this.#total.length) return;
    const room = Math.max(1024, size * 2);
    this.#total = new Float64Array(room);
    this.points = new Float64Array(room);
    this.touched = new Int32Array(room);
  }

  /** Gives a reply these points for the word, where it has fewer. */
  gain(number: number, score: number): void {
    if (!this.#isFirst && this.#total[number] === 0) return;
    const before = this.points[number] ?? 0;
    if (before === 0) this.touched[this.count++] = number;
    if (score > before) this.points[number] = score;
  }

  /** Whether the word found so many replies that count. */
  reach(enough: number, counts: (number: number) => boolean): boolean {
    if (this.count < enough) return false;
    let reached = 0;
    for (let i = 0; i < this.count && reached < enough; i++) if (counts(this.touched[i] ?? 0)) reached++;
    return reached >= enough;
  }

  /** Another word follows. */
  nextWord(): void {
    this.addEarlier();
    const before = this.#total;
    this.#total = this.points;
    this.points = before.fill(0);
    this.count = 0;
    this.#isFirst = false;
  }

  /** After the last word: `points` are the sums over all words. */
  addEarlier(): void {
    if (this.#isFirst) return;
    for (let i = 0; i < this.count; i++) {
      const number = this.touched[i] ?? 0;
      this.points[number] = (this.points[number] ?? 0) + (this.#total[number] ?? 0);
    }
  }
}
