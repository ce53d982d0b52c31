import type { ExportFile, ExportRequest } from '@/lib/domain/exportRequest';
import { dailyCsv } from '@/lib/exports/dailyCsv';
import { exportJson } from '@/lib/exports/exportJson';
import { toExportTurn } from '@/lib/exports/exportTurn';
import { datesOf } from '@/lib/exports/span';
import { turnsCsv } from '@/lib/exports/turnsCsv';
import type { DailyFigures, ExportInput, ExportTurn } from '@/lib/exports/types';
import type { Translate } from '@/lib/i18n/translator';
import { readCorrections } from '@/lib/storage/liveQueries/corrections';
import { type ExportDataRequest, readExportDays, readSpanCoverage } from '@/lib/storage/liveQueries/exportData';
import { database } from './database';

/** A file for the download folder. */
export interface MadeFile {
  name: string;
  type: string;
  text: string;
}

/** Reads the chosen span day by day, and makes the chosen files of it. */
export async function makeExport(request: ExportRequest, data: ExportDataRequest, t: Translate): Promise<MadeFile[]> {
  const { profile, now } = data;
  const turns: ExportTurn[] = [];
  const days: DailyFigures[] = [];
  for await (const day of readExportDays(database, data, request.includes)) {
    days.push(day.figures);
    for (const turn of day.turns) turns.push(toExportTurn(turn));
  }
  const input: ExportInput = {
    turns,
    days,
    span: { from: data.from, to: data.to },
    profileId: profile.id,
    timeZone: profile.timeZone,
    coverage: await readSpanCoverage(database, data),
    includes: request.includes,
    corrections: await readCorrections(database, new Set(turns.map((turn) => turn.conversationId)), data),
    exportedAt: now,
  };
  const { first, last } = datesOf(request.span, now, profile);
  const dates = first === last ? first : `${first}_${last}`;
  return request.files.map((file) => makeFile(file, input, dates, t));
}

function makeFile(file: ExportFile, input: ExportInput, dates: string, t: Translate): MadeFile {
  switch (file) {
    case 'turnsCsv':
      return { name: `miaohui-turns-${dates}.csv`, type: 'text/csv;charset=utf-8', text: turnsCsv(input, t) };
    case 'dailyCsv':
      return { name: `miaohui-days-${dates}.csv`, type: 'text/csv;charset=utf-8', text: dailyCsv(input.days, t) };
    case 'json':
      return { name: `miaohui-${dates}.json`, type: 'application/json', text: exportJson(input) };
  }
}
