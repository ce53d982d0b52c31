/**
 * Reply rate by turn (轮次回复率): answered ÷ (answered + unanswered), over the counted turns. 0..1; null when neither
 * occurred.
 */
export function turnReplyRate(counts: { answered: number; unanswered: number }): number | null {
  const decided = counts.answered + counts.unanswered;
  return decided === 0 ? null : counts.answered / decided;
}
