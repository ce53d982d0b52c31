import type { Reading, Recorder } from '@/lib/domain/reading';
import { schemas } from './schemas';

/** What is fit to be recorded of a message, and what had to be refused. */
export interface AcceptedReadings {
  recorder: Recorder;
  readings: Reading[];
  /** One line per refused reading: which, and what was wrong with it. */
  refused: string[];
}

/**
 * Validates readings one by one: a bad one never loses the good ones beside it, and is never sent again in vain. Throws
 * only when the recorder itself cannot be read.
 */
export function acceptReadings(data: unknown): AcceptedReadings {
  const { recorder } = schemas.hello.parse(data);
  const list: unknown[] = isRecord(data) && Array.isArray(data.readings) ? data.readings : [];
  const readings: Reading[] = [];
  const refused: string[] = [];
  for (const [index, value] of list.entries()) {
    const { success, data: reading, error } = schemas.reading.safeParse(value);
    if (success) readings.push(reading);
    else
      refused.push(
        `reading ${index}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
      );
  }
  return { recorder, readings, refused };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
