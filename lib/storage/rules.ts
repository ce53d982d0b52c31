import type { Shift } from '@/lib/domain/duty';
import type { Profile } from '@/lib/domain/profile';
import type { Settings } from '@/lib/domain/settings';
import { profileOf } from '@/lib/metrics/profiles/registry';
import type { Database } from './database';

/** What decides a generation's turns and rollups: the profile that was chosen, and the word lists. */
export interface GenerationRules {
  /** As in the settings; null = each workbench's own. */
  profileId: string | null;
  /** The chosen profile where it is one of the agent's own; else empty. */
  customProfiles: Profile[];
  wordLists: Settings['wordLists'];
  /** Own texts that the agent marked as automatic, by account; see automaticTextKey. Sorted. */
  automaticTexts: string[];
  shifts: Shift[];
  /** Accounts (see accountKey) that several people use. */
  sharedAccounts: string[];
  /** Customers' names and ids that are left out. */
  internalCustomers: string[];
  /** People's names now, by the names under which they are recorded. */
  renamedPersons: Record<string, string>;
}

/** The rules that the settings, and the marks of texts in the store, ask for. */
export function rulesOf(settings: Settings, automaticTexts: string[]): GenerationRules {
  const { profileId, customProfiles, wordLists, shifts, sharedAccounts, internalCustomers, renamedPersons } = settings;
  return {
    profileId,
    customProfiles: customProfiles.filter(({ id }) => id === profileId),
    wordLists,
    automaticTexts,
    // What a shift is called decides no figure.
    shifts: shifts.map((shift) => ({ ...shift, name: '' })),
    sharedAccounts,
    internalCustomers,
    renamedPersons,
  };
}

/** Rules as they were stored, with what an earlier version did not know. */
export function withAllRules(stored: GenerationRules): GenerationRules {
  const unknown = { automaticTexts: [], shifts: [], sharedAccounts: [], internalCustomers: [], renamedPersons: {} };
  return { ...unknown, ...stored };
}

/** Whether two rules give the same turns and figures. */
export function sameRules(a: GenerationRules, b: GenerationRules): boolean {
  const plain = (rules: GenerationRules) =>
    JSON.stringify({ ...withAllRules(rules), customProfiles: rules.customProfiles.map(withoutWords) });
  return plain(a) === plain(b);
}

/** Whether two profiles of one id count alike. */
export function sameCounting(a: Profile, b: Profile): boolean {
  return JSON.stringify(withoutWords(a)) === JSON.stringify(withoutWords(b));
}

/** The profile without what only people read. */
function withoutWords({ name: _name, exemptReasons: _reasons, ...rules }: Profile): Profile {
  return rules;
}

/** The profile of a workbench by some rules; `own` is the id of the workbench's own. */
export function profileByRules(rules: GenerationRules, own: string): Profile {
  return profileOf(rules.profileId ?? own, rules.customProfiles);
}

/** The rules of the live generation; those of the settings while none has been noted. */
export async function liveRules(database: Database, settings: Settings): Promise<GenerationRules> {
  const record = await database.meta.get('rules');
  return record?.key === 'rules' ? withAllRules(record.value) : rulesOf(settings, []);
}

/** The rules of the live generation as they were stored; null = none has been noted. */
export async function readStoredRules(database: Database): Promise<GenerationRules | null> {
  const record = await database.meta.get('rules');
  return record?.key === 'rules' ? withAllRules(record.value) : null;
}

/** Notes by which rules the live generation is made, unless that is known; gives them. */
export async function ensureRules(database: Database, settings: Settings): Promise<GenerationRules> {
  const known = await database.meta.get('rules');
  if (known?.key === 'rules') return known.value;
  return database.transaction('rw', database.meta, async () => {
    const rules = await liveRules(database, settings);
    await database.meta.put({ key: 'rules', value: rules });
    return rules;
  });
}
