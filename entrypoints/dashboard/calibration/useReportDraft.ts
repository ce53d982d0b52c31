import { useState } from 'react';
import type { ReportFileProblem } from '@/components/dashboard/calibration/ImportCard';
import type { ReportDraft, ReportDraftChange } from '@/components/dashboard/calibration/reportDraft';
import type { PlatformReport } from '@/lib/domain/platformReport';
import { readReport } from '@/lib/exports/reports/readReport';
import { readReportFile } from '@/lib/exports/reports/readReportFile';
import { headingKey, likelyHeaderRow, plainHeading, recogniseReport } from '@/lib/exports/reports/recogniseReport';
import { assumedHeadings } from '@/lib/exports/reports/reportFormats';
import { readMapping } from '@/lib/storage/liveQueries/platformFigures';
import { database } from '../database';

type Kept = Omit<ReportDraft, 'lines' | 'problems'>;

/** A report from its file to what is stored: read, recognised, mapped, looked at. */
export function useReportDraft(yesterday: string): {
  draft: ReportDraft | null;
  fileProblem: ReportFileProblem | null;
  open: (file: File) => Promise<void>;
  change: (change: ReportDraftChange) => void;
  discard: () => void;
  report: () => PlatformReport | null;
} {
  const [kept, setKept] = useState<Kept | null>(null);
  const [byHand, setByHand] = useState(false);
  const [fileProblem, setFileProblem] = useState<ReportFileProblem | null>(null);

  const open = async (file: File) => {
    setKept(null);
    setByHand(false);
    const read = await readReportFile(file);
    setFileProblem('problem' in read ? read.problem : null);
    if ('rows' in read) setKept(await draftOf(file.name, read.rows, yesterday));
  };
  const draft = kept === null ? null : withLines(kept);
  return {
    draft,
    fileProblem,
    open,
    change: (change) => {
      if (kept === null) return;
      // Other headings, another report.
      const moved = change.mapping !== undefined && change.mapping.headerRow !== kept.mapping.headerRow;
      const mapping = moved && change.mapping !== undefined ? { ...change.mapping, columns: {}, units: {} } : null;
      setKept({ ...kept, ...change, ...(mapping === null ? {} : { mapping }) });
      if (change.mapping !== undefined) setByHand(true);
    },
    discard: () => {
      setKept(null);
      setFileProblem(null);
    },
    report: () => {
      if (draft === null) return null;
      const { name, format, workbenchId, mapping, lines, problems, rows } = draft;
      const headings = headingKey(rows[mapping.headerRow] ?? []);
      const { columns, units } = mapping;
      return {
        kind: 'file',
        name: name.slice(0, 200),
        format: format?.id ?? null,
        workbenchId,
        lines: [...lines],
        skipped: new Set(problems.flatMap((one) => (one.problem === 'badCell' ? [] : [one.row]))).size,
        ...(byHand && headings !== '' ? { mapping: { headings, columns, units } } : {}),
      };
    },
  };
}

async function draftOf(name: string, rows: string[][], yesterday: string): Promise<Kept> {
  const recognised = recogniseReport(rows);
  const headerRow = recognised?.headerRow ?? likelyHeaderRow(rows);
  const headings = rows[headerRow] ?? [];
  const remembered = await readMapping(database, headingKey(headings));
  const format = recognised?.format ?? null;
  return {
    name,
    rows,
    format: format === null ? null : { id: format.id, name: format.name, basis: format.basis },
    assumed: format === null ? [] : assumedHeadings(format, headings, recognised?.columns ?? {}, plainHeading),
    remembered: remembered !== null,
    mapping: {
      headerRow,
      columns: remembered?.columns ?? recognised?.columns ?? {},
      units: remembered?.units ?? recognised?.units ?? {},
    },
    workbenchId: format?.workbenchId ?? null,
    whole: { agent: '', date: yesterday },
  };
}

function withLines(kept: Kept): ReportDraft {
  return { ...kept, ...readReport(kept.rows, kept.mapping, kept.whole) };
}
