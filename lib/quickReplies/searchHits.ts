/** Places where a query was found; the room is used again by the next search. */
export class SearchHits {
  count = 0;
  /** Numbers of the texts; one stands as often as it has hits. */
  texts = new Int32Array(1 << 10);
  /** Where in the row each begins. */
  places = new Int32Array(1 << 10);

  clear(): void {
    this.count = 0;
  }

  push(text: number, place: number): void {
    if (this.count === this.texts.length) {
      this.texts = doubled(this.texts);
      this.places = doubled(this.places);
    }
    this.texts[this.count] = text;
    this.places[this.count++] = place;
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
