import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Profile } from '@/lib/domain/profile';
import { splitOf } from '@/lib/metrics/figures/split';
import { isMoment, LogError, parseLog, problemOfEntry } from '@/lib/metrics/parseLog';
import { isProfile, problemOfProfile } from '@/lib/metrics/profiles/parseProfile';
import { profileById, profileInfos } from '@/lib/metrics/profiles/registry';
import { replay } from '@/lib/metrics/replay';

const usage = `Usage:
  npm run -s replay -- --profile ID|FILE [--now MS] [--final] [--from MS --to MS] LOG
  npm run -s replay -- --cases FILE
LOG and FILE may be - for standard input. LOG is one entry a line (NDJSON) or an array; see docs/metrics.md.
Profiles: ${profileInfos.map(({ profile }) => profile.id).join(', ')}.`;

/** A wrong call or a bad file: what is wrong, said once, and exit 2. */
class UsageError extends Error {}

interface LogCase {
  name: unknown;
  profile: Profile;
  now: number | null;
  final: boolean;
  log: Parameters<typeof replay>[0]['log'];
}

interface SplitCase {
  name: unknown;
  split: Parameters<typeof splitOf>[0];
}

/** The text of a file in UTF-8, without its byte order mark. */
function read(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LogError(lineNotInUtf8(bytes), 'not UTF-8');
  }
}

/** The first line with bytes that are no characters, from 1. */
function lineNotInUtf8(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
}

function parseJson(path: string): unknown {
  const text = read(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function profileFrom(name: string): Profile {
  const known = profileById(name);
  if (known) return known;
  if (name !== '-' && !existsSync(name)) throw new UsageError(`"${name}" is neither a profile nor a file.\n${usage}`);
  const value = parseJson(name);
  if (isProfile(value)) return value;
  throw new UsageError(`${name}: ${problemOfProfile(value)}`);
}

function time(value: string | undefined, option: string): number | null {
  if (value === undefined) return null;
  const at = Number(value);
  if (value.trim() === '' || !isMoment(at)) {
    throw new UsageError(`--${option} is "${value}"; it must be a time in whole milliseconds`);
  }
  return at;
}

/** The figures of a log, as one JSON object. */
function replayLog(
  values: { profile: string; now?: string; final?: boolean; from?: string; to?: string },
  path: string,
) {
  if (values.profile === '-' && path === '-') throw new UsageError('standard input is either the profile or the log');
  const profile = profileFrom(values.profile);
  const span = { from: time(values.from, 'from'), to: time(values.to, 'to') };
  if (span.from !== null && span.to !== null && span.from > span.to) throw new UsageError('--from is after --to');
  const now = time(values.now, 'now');
  const whole = span.from === null && span.to === null;
  const log = parseLog(read(path));
  return replay({ log, profile, now, final: values.final === true, ...(whole ? {} : { span }) });
}

/** The figures of every case of a file, in order. */
function replayCases(path: string) {
  const cases = parseJson(path);
  if (!Array.isArray(cases)) throw new UsageError(`${path}: not an array of cases`);
  return cases.map((value: unknown, position) => {
    if (isSplitCase(value)) return { name: value.name, figures: splitOf(value.split) };
    const problem = problemOfCase(value);
    if (problem === null && isLogCase(value)) return { name: value.name, figures: replay(value) };
    throw new UsageError(`${path}: case ${position + 1}: ${problem ?? 'not a case'}`);
  });
}

function isSplitCase(value: unknown): value is SplitCase {
  const { split }: { split?: unknown } = Object(value);
  return split !== undefined && problemOfSplit(split) === null;
}

function problemOfSplit(split: unknown): string | null {
  if (typeof split !== 'object' || split === null) return '"split" must be an object';
  const times: Record<string, unknown> = { ...split };
  for (const name of ['startedAt', 'repliedAt']) {
    if (!isMoment(times[name])) return `"split": "${name}" must be a time in whole milliseconds`;
  }
  for (const name of ['openedAt', 'firstKeyAt']) {
    if (times[name] !== null && !isMoment(times[name])) {
      return `"split": "${name}" must be a time in whole milliseconds, or null`;
    }
  }
  return null;
}

function isLogCase(value: unknown): value is LogCase {
  return problemOfCase(value) === null;
}

function problemOfCase(value: unknown): string | null {
  const { split, profile, now, final, log }: Record<string, unknown> = { ...Object(value) };
  if (split !== undefined) return problemOfSplit(split);
  const problem = problemOfProfile(profile);
  if (problem !== null) return `profile: ${problem}`;
  if (now !== null && !isMoment(now)) return '"now" must be a time in whole milliseconds, or null';
  if (typeof final !== 'boolean') return '"final" must be true or false';
  if (!Array.isArray(log)) return '"log" must be an array of entries';
  for (const [index, entry] of log.entries()) {
    const wrong = problemOfEntry(entry);
    if (wrong !== null) return `log entry ${index + 1}: ${wrong}`;
  }
  return null;
}

function parseCall() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        now: { type: 'string' },
        final: { type: 'boolean' },
        from: { type: 'string' },
        to: { type: 'string' },
        cases: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function run(): string {
  const { values, positionals } = parseCall();
  if (values.help === true) return usage;
  if (values.cases !== undefined) {
    if (positionals.length > 0 || Object.keys(values).length > 1) throw new UsageError(usage);
    return JSON.stringify(replayCases(values.cases));
  }
  const [path, ...others] = positionals;
  const { profile } = values;
  if (path === undefined || others.length > 0 || profile === undefined) throw new UsageError(usage);
  return JSON.stringify(replayLog({ ...values, profile }, path), null, 2);
}

/** Writes all of a text even where standard output is a pipe that takes only part of it at once. */
function print(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      // Whoever reads has had enough (`| head`): nothing more is wanted.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

try {
  print(run());
} catch (error) {
  // A bad log names its line; anything else that is not a wrong call is a fault of ours and keeps its trace.
  const known = error instanceof UsageError || error instanceof LogError;
  process.stderr.write(`${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`);
  process.exitCode = known ? 2 : 1;
}
