const empty = -1;

/** Numbers features from 0 in the order in which they first come: an open hash table without an object per entry. */
export class FeatureTable {
  #keys = new Int32Array(1 << 12).fill(empty);
  #values = new Int32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The feature's number; -1 when it never came. */
  find(feature: number): number {
    const slot = this.#slot(feature);
    return this.#keys[slot] === feature ? (this.#values[slot] ?? -1) : -1;
  }

  /** The feature's number, a new one where it never came. */
  add(feature: number): number {
    const slot = this.#slot(feature);
    if (this.#keys[slot] === feature) return this.#values[slot] ?? -1;
    this.#keys[slot] = feature;
    this.#values[slot] = this.#size++;
    if (this.#size * 2 > this.#keys.length) this.#grow();
    return this.#size - 1;
  }

  #slot(feature: number): number {
    const mask = this.#keys.length - 1;
    let slot = (feature ^ (feature >>> 16)) & mask;
    while (this.#keys[slot] !== empty && this.#keys[slot] !== feature) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Int32Array(keys.length * 2).fill(empty);
    this.#values = new Int32Array(values.length * 2);
    keys.forEach((key, i) => {
      if (key === empty) return;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#values[slot] = values[i] ?? 0;
    });
  }
}
