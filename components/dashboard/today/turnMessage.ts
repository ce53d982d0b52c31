import type { Author } from '@/lib/domain/logEntry';

/** One message of an opened turn. */
export interface TurnMessage {
  key: string;
  at: number;
  author: Author;
  /** null when it is not stored. */
  text: string | null;
  uncertain: boolean;
  closing: boolean;
  perfunctory: boolean;
  recalled: boolean;
}
