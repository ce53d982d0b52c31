import type { PlatformReport, ReportSubject } from '@/lib/domain/platformReport';
import type { Database } from './database';

/** Stores a report in one transaction; gives its number. Nothing that was there is changed: a later report comes first. */
export async function savePlatformReport(database: Database, report: PlatformReport, now: number): Promise<number> {
  const { kind, name, format, workbenchId, lines, skipped, mapping } = report;
  const tables = [database.platformFigures, database.platformImports, database.reportMappings];
  return database.transaction('rw', tables, async () => {
    const importId = await database.platformImports.add({ at: now, kind, name, format, lines: lines.length, skipped });
    await database.platformFigures.bulkAdd(lines.map((line) => ({ ...line, importId, workbenchId })));
    if (mapping !== undefined) await database.reportMappings.put(mapping);
    return importId;
  });
}

/** Takes the last report back, and what it had replaced shows again. False = it is not the last one any more. */
export async function undoPlatformReport(database: Database, importId: number): Promise<boolean> {
  return database.transaction('rw', [database.platformFigures, database.platformImports], async () => {
    const last = await database.platformImports.orderBy('id').last();
    if (last?.id !== importId) return false;
    await database.platformFigures.where('importId').equals(importId).delete();
    await database.platformImports.delete(importId);
    return true;
  });
}

/** Notes whose recorded turns a report's agent stands for. */
export async function setReportAgent(database: Database, agent: string, subject: ReportSubject): Promise<void> {
  await database.reportAgents.put({ agent, subject });
}
