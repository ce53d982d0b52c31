/** Writes of one transaction: made when it suits, awaited together at its end. */
export class Writes {
  #waiting: (() => Promise<unknown>)[] = [];
  #started: Promise<unknown>[] = [];

  add(write: () => Promise<unknown>): void {
    this.#waiting.push(write);
  }

  /** Makes those that wait: whatever is read from now on finds them done. */
  start(): void {
    for (const write of this.#waiting.splice(0)) {
      const started = write();
      // Whoever waits for them all hears of it; the transaction ends without it anyway.
      started.catch(() => undefined);
      this.#started.push(started);
    }
  }

  /** Resolves when all are done. */
  async done(): Promise<void> {
    this.start();
    await Promise.all(this.#started);
  }

  /** Forgets all: a transaction that is repeated starts from nothing. */
  clear(): void {
    this.#waiting = [];
    this.#started = [];
  }
}
