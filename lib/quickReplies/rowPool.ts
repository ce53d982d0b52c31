/** Rows of numbers, all 0 when taken. The next search uses the room again: making it anew costs more than searching. */
export class RowPool {
  readonly #rows: Uint16Array[] = [];
  #taken = 0;

  /** A row of at least this length. Holds until everything is given back. */
  take(size: number): Uint16Array {
    const row = this.#rows[this.#taken];
    if (row !== undefined && row.length >= size) {
      this.#taken++;
      return row.fill(0);
    }
    const made = new Uint16Array(size * 2);
    this.#rows[this.#taken++] = made;
    return made;
  }

  giveBackAll(): void {
    this.#taken = 0;
  }
}
