import type { Database } from '../database';
import { heldCorrections } from '../heldCorrections';

/** A text that the agent marked as automatic, by the correction that says so. */
export interface AutomaticText {
  id: number;
  at: number;
  /** See accountKey. */
  account: string;
  /** See automaticTextKey. */
  key: string;
  /** null where text was not stored when it was marked. */
  text: string | null;
}

/** The texts that are marked as automatic, the latest first. */
export async function readAutomaticTexts(database: Database): Promise<AutomaticText[]> {
  const corrections = await database.corrections.filter(({ kind }) => kind === 'automaticText').toArray();
  const held = heldCorrections(corrections);
  return corrections
    .flatMap(({ id, at, marked }) => (held.has(id) && marked !== undefined ? [{ id, at, ...marked }] : []))
    .sort((a, b) => b.id - a.id);
}
