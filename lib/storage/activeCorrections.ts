import type { CorrectableField } from '@/lib/domain/openedMessage';
import type { Correction } from './records.types';

const FIELDS: readonly string[] = ['author', 'closing', 'perfunctory'] satisfies CorrectableField[];

function isField(kind: string): kind is CorrectableField {
  return FIELDS.includes(kind);
}

/**
 * Of each message and field the corrections that still hold, oldest first: not undone, and no undoing themselves. Give
 * it all corrections of the messages' conversations.
 */
export function activeCorrections(
  corrections: readonly Correction[],
): Map<string, Partial<Record<CorrectableField, number[]>>> {
  const undone = new Set(corrections.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  const active = new Map<string, Partial<Record<CorrectableField, number[]>>>();
  for (const { id, entryKey, kind, undoes } of [...corrections].sort((a, b) => a.id - b.id)) {
    if (entryKey === undefined || undoes !== undefined || undone.has(id) || !isField(kind)) continue;
    const fields = active.get(entryKey) ?? {};
    fields[kind] = [...(fields[kind] ?? []), id];
    active.set(entryKey, fields);
  }
  return active;
}
