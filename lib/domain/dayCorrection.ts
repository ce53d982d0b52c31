/** The figures of a day that a correction leaves behind. */
export interface CorrectedFigures {
  turns: number;
  answered: number;
  /** ms; null = not known, as are the others. */
  firstResponseMs: number | null;
  averageResponseMs: number | null;
  answerQuestionRatio: number | null;
  replyRate: number | null;
}

/** A change that the agent made to what was recorded, as the dashboard lists it. */
export interface DayCorrection {
  id: number;
  /** When it was made. */
  at: number;
  conversationId: string;
  /** The customer's, in full; shown shortened. */
  name: string | null;
  kind: 'advertiser' | 'author' | 'automaticText' | 'closing' | 'perfunctory' | 'outcome' | 'person';
  before: string;
  after: string;
  /** Of its day; null where it changes none. */
  figures: { before: CorrectedFigures; after: CorrectedFigures } | null;
  /** How many took effect at once, so that the figures are of all of them; absent = it alone. */
  together?: number;
  /** The correction that it takes back; null = none. */
  undoes: number | null;
  /** Neither undone nor an undoing, nor a mere confirmation: it counts as a correction. */
  holds: boolean;
  /** It holds, and none stands on it. */
  canUndo: boolean;
  /** When the message was written; null = it is of a whole conversation. */
  messageAt: number | null;
}
