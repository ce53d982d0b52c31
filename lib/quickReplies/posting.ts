/** Everything that has one feature: numbers of its holders in the order of arrival, and how much of it each has. */
export class Posting {
  readonly holders: number[] = [];
  readonly weights: number[] = [];
  /** By holder, what was worked out from the weights for a question; null = to be worked out anew. Not for all features. */
  worth: Float64Array | null = null;

  /** Appends a holder that is not there yet. */
  push(holder: number, weight: number): void {
    this.holders.push(holder);
    this.weights.push(weight);
    this.worth = null;
  }

  /** Adds to a holder's weight, appending it when it is not there yet. */
  increase(holder: number, weight: number): void {
    const at = this.holders.lastIndexOf(holder);
    if (at < 0) this.push(holder, weight);
    else this.weights[at] = (this.weights[at] ?? 0) + weight;
    this.worth = null;
  }

  /** Takes from a holder's weight, down to a share of it at least. */
  decrease(holder: number, weight: number, leaving: number): number {
    const at = this.holders.lastIndexOf(holder);
    const before = this.weights[at] ?? 0;
    const taken = Math.min(weight, before * (1 - leaving));
    if (at >= 0) this.weights[at] = before - taken;
    this.worth = null;
    return taken;
  }
}
