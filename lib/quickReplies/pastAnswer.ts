/** One answer that the agent gave before: the customer's words, and the quick reply that met them. */
export interface PastAnswer {
  /** What the customer had written, the messages of the turn joined by line breaks. */
  question: string;
  replyId: string;
  /** When it was given, ms. */
  at: number;
  /** Whether it went well (no follow-up question, or an order); null or absent = not known. */
  success?: boolean | null;
}

/** How an answer that was given before went, once that is known. */
export interface AnswerOutcome extends Pick<PastAnswer, 'question' | 'replyId'> {
  /** Whether it went well, as far as was known before; null = not at all. */
  before: boolean | null;
  after: boolean | null;
}
