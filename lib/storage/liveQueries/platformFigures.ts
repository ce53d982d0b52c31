import type { ReportLine, ReportMapping, ReportSubject } from '@/lib/domain/platformReport';
import type { Database } from '../database';
import type { PlatformImport } from '../records.types';

/** What a platform says of one agent on one day, from every import of it. */
export interface StoredPlatformDay extends ReportLine {
  workbenchId: string | null;
}

/** Everything that platforms' reports said, and what is known around them. */
export interface PlatformReports {
  /** By agent, then latest day first. */
  days: StoredPlatformDay[];
  /** Latest first. */
  imports: PlatformImport[];
  /** What the agent said of a report's agents. */
  subjects: ReadonlyMap<string, ReportSubject>;
  /** Accounts that were recorded, by workbench. */
  accounts: { workbenchId: string; account: string | null }[];
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Reads all that reports said; of a figure that several of them give, the latest holds. */
export async function readPlatformReports(database: Database): Promise<PlatformReports> {
  const [figures, imports, agents] = await Promise.all([
    database.platformFigures.orderBy('id').toArray(),
    database.platformImports.orderBy('id').reverse().toArray(),
    database.reportAgents.toArray(),
  ]);
  const days = new Map<string, StoredPlatformDay>();
  for (const { agent, date, workbenchId, figures: own } of figures) {
    const key = JSON.stringify([workbenchId, agent, date]);
    const known = days.get(key);
    days.set(key, { agent, date, workbenchId, figures: { ...known?.figures, ...own } });
  }
  return {
    days: [...days.values()].sort((a, b) => byName.compare(a.agent, b.agent) || b.date.localeCompare(a.date)),
    imports,
    subjects: new Map(agents.map(({ agent, subject }) => [agent, subject])),
    accounts: await readAccounts(database),
  };
}

/** The mapping that was made by hand for these headings; null = none. */
export async function readMapping(
  database: Database,
  headings: string,
): Promise<Pick<ReportMapping, 'columns' | 'units'> | null> {
  const found = await database.reportMappings.get(headings);
  return found === undefined ? null : { columns: found.columns, units: found.units };
}

/** Recorded accounts: of each observer that is remembered, and of the conversations of late. */
async function readAccounts(database: Database): Promise<PlatformReports['accounts']> {
  const recorders = await database.recorders.toArray();
  const conversations = await database.conversations.orderBy('lastAt').reverse().limit(500).toArray();
  const accounts = new Map<string, PlatformReports['accounts'][number]>();
  for (const { workbenchId, account } of [...recorders, ...conversations]) {
    accounts.set(JSON.stringify([workbenchId, account]), { workbenchId, account });
  }
  return [...accounts.values()];
}
