import type { ReportSubject } from '@/lib/domain/platformReport';

/** What is known of whose recorded turns there are. */
export interface KnownSubjects {
  /** What the agent said, by the report's name. */
  said: ReadonlyMap<string, ReportSubject>;
  persons: readonly string[];
  accounts: readonly { workbenchId: string; account: string | null }[];
}

/**
 * Whose recorded turns a report's agent stands for: as the agent said; else the account of that name (`店:小雨` is also
 * called `小雨`) on the report's workbench, else the person of that name. null = nobody of ours is called so: ask.
 */
export function subjectOf(agent: string, workbenchId: string | null, known: KnownSubjects): ReportSubject | null {
  const said = known.said.get(agent);
  if (said !== undefined) return said;
  const own = known.accounts.filter((one) => workbenchId === null || one.workbenchId === workbenchId);
  const same = own.filter(({ account }) => account !== null && (account === agent || shortName(account) === agent));
  const accounts = new Set(same.map(({ account }) => account));
  const [account] = accounts;
  if (account !== undefined && accounts.size === 1) return { kind: 'account', account };
  return known.persons.includes(agent) ? { kind: 'person', person: agent } : null;
}

function shortName(account: string): string {
  return account.slice(account.search(/[:：]/) + 1);
}
