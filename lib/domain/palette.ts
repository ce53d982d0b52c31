/** Characters from start to end (exclusive, UTF-16 units). */
export interface TextSpan {
  start: number;
  end: number;
}

/** A quick reply as the palette shows it, ready to be inserted. */
export interface PaletteResult {
  replyId: string;
  code: string;
  title: string;
  /** What goes into the composer: of several texts the one for this customer, variables filled. */
  text: string;
  group: string;
  /** Free fields of the text that are asked for before it is inserted, in their order. */
  asked: string[];
  /** End of its span, ms; null = it has none. Results that are kept for the next opening are not shown past it. */
  validUntil: number | null;
  /** What of it the query found. */
  highlights: { code: TextSpan[]; title: TextSpan[]; text: TextSpan[] };
}
