import type { ImportFieldChange, ImportRow } from '@/components/dashboard/replies/importPreview';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { ImportPlan } from '@/lib/quickReplies/planImport';

const FIELDS = ['code', 'title', 'text', 'group'] as const;

/** A plan as it is shown: one line per row of the file, in the file's order. */
export function importRows({ added, changed, skipped }: ImportPlan): ImportRow[] {
  const rows: ImportRow[] = [
    ...added.map(({ line, reply }) => ({ ...shown(reply), line, kind: 'added' as const, changes: [], reason: null })),
    ...changed.map(({ line, before, after }) => ({
      ...shown(after),
      line,
      kind: 'changed' as const,
      changes: changesOf(before, after),
      reason: null,
    })),
    ...skipped.map(({ line, reason, row: { cells } }) => ({
      code: cells.code ?? '',
      title: cells.title ?? '',
      text: cells.text ?? '',
      group: cells.group ?? '',
      line,
      kind: 'skipped' as const,
      changes: [],
      reason,
    })),
  ];
  return rows.sort((a, b) => a.line - b.line);
}

/** The part of a plan that is wanted, by lines. */
export function wantedPart({ added, changed, skipped }: ImportPlan, lines: ReadonlySet<number>): ImportPlan {
  const wanted = ({ line }: { line: number }) => lines.has(line);
  return { added: added.filter(wanted), changed: changed.filter(wanted), skipped };
}

function shown({ code, title, text, group }: QuickReply) {
  return { code, title, text, group };
}

function changesOf(before: QuickReply, after: QuickReply): ImportFieldChange[] {
  const changes: ImportFieldChange[] = FIELDS.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
  return changes.length > 0 ? changes : [{ field: 'other', before: '', after: '' }];
}
