import { expect } from '@playwright/test';
import type { PlaygroundMessage, TruthEntry } from '../../playground/protocol';
import type { LaunchedExtension } from './launch';
import { pause, seenAt, storedOf } from './playgroundPage';
import { readTable } from './store';

/** What one walk came to; every number is a count of messages or turns. */
export interface WalkResult {
  messages: number;
  /** Left out with a recorded gap: rows that fit the stored ones in more than one way. */
  ambiguous: number;
  uncertain: number;
  /** Uncertain although a tab that recorded had shown them as they came. */
  uncertainThoughSeen: number;
  /** Timed by what the page showed, although a tab had shown them as they came. */
  onlyShown: number;
  turns: number;
  timed: number;
}

const TOLERANCE_MS = 50;
/** What was only shown is known to its second, half of one off at most beside the spread of the samples. */
const SHOWN_TOLERANCE_MS = 1_500;
/** After its start a tab catches up, until its list has stood still once; what comes then may be uncertain. */
const CATCHING_UP_MS = 10_000;

const storedAuthor: Record<PlaygroundMessage['author'], string | null> = {
  customer: 'customer',
  agent: 'agent',
  auto: 'auto',
  robot: 'auto',
  colleague: 'colleague',
  system: null,
};

/** What a colleague or a machine wrote first in a conversation that nobody had opened is history when it is opened. */
function withoutUnannounced(theirs: readonly TruthEntry[], ours: readonly Stored[]): TruthEntry[] {
  const first = theirs.findIndex(({ author }) => author === 'customer' || author === 'agent');
  return ours.length < theirs.length && ours[0]?.author !== storedAuthor[theirs[0]?.author ?? 'system']
    ? theirs.slice(first === -1 ? theirs.length : first)
    : [...theirs];
}

type Stored = Awaited<ReturnType<typeof storedOf>>[number];

/** Holds what was stored of an account against the playground's log. */
export async function checkWalk(
  extension: LaunchedExtension,
  { account, truth, starts, ids }: { account: string; truth: TruthEntry[]; starts: number[]; ids: boolean },
): Promise<WalkResult> {
  const happened = truth.filter((entry) => !entry.history && storedAuthor[entry.author] !== null);
  await expect
    .poll(async () => (await storedOf(extension, account)).length, { timeout: 3_000 })
    .toBe(happened.length)
    .catch(() => undefined);
  // What comes twice comes a moment later.
  await pause(500);
  const stored = await storedOf(extension, account);
  const turns = (await readTable(extension.serviceWorker, 'turns')).filter(
    (turn) => turn.account === account && turn.state !== 'bot',
  );
  const gaps = (await readTable(extension.serviceWorker, 'gaps')).filter((gap) => gap.kind === 'ambiguous');
  const result: WalkResult = {
    messages: happened.length,
    ambiguous: 0,
    uncertain: 0,
    uncertainThoughSeen: 0,
    onlyShown: 0,
    turns: 0,
    timed: 0,
  };
  for (const conversation of new Set(happened.map((entry) => entry.conversationId))) {
    const ours = stored.filter((entry) => entry.key === conversation);
    const theirs = withoutUnannounced(
      happened.filter((entry) => entry.conversationId === conversation),
      ours,
    );
    const lines = {
      theirs: theirs.map((entry) => `${storedAuthor[entry.author]}: ${entry.text}`),
      ours: ours.map((entry) => `${entry.author}: ${entry.text}`),
    };
    const isUnclear = !ids && gaps.some((gap) => String(gap.conversationId).endsWith(`|${conversation}`));
    if (isUnclear && lines.ours.join('\n') !== lines.theirs.join('\n')) {
      // Said to be unclear: then nothing may stand twice, but something may be missing.
      try {
        expectSubsequence(lines.ours, lines.theirs);
      } catch (error) {
        tell(conversation, theirs, ours);
        throw error;
      }
      result.ambiguous += theirs.length - ours.length;
      continue;
    }
    if (lines.ours.join('\n') !== lines.theirs.join('\n')) tell(conversation, theirs, ours);
    expect(lines.ours, conversation).toEqual(lines.theirs);
    try {
      for (const [index, entry] of theirs.entries()) checkTime(ours[index], entry, starts, result);
    } catch (error) {
      tell(conversation, theirs, ours);
      throw error;
    }
    checkTurns(
      turns
        .filter((turn) => String(turn.conversationId).endsWith(`|${conversation}`))
        .sort((a, b) => Number(a.index) - Number(b.index)),
      theirs,
      result,
    );
  }
  return result;
}

/** Prints what happened in a conversation and what was stored of it, for whoever looks for the reason. */
function tell(conversation: string, theirs: readonly TruthEntry[], ours: readonly Stored[]): void {
  const clock = (at: number) => new Date(at).toISOString().slice(14, 23);
  console.log(`${conversation} as it happened:`);
  for (const { author, text, sentAt, appeared } of theirs) {
    const seen = appeared.map(({ at, where, tab, open }) => `${clock(at)} ${where} of ${tab} (open: ${open})`);
    console.log(`  ${clock(sentAt)} ${author}: ${text} | ${seen.join(', ')}`);
  }
  console.log(`${conversation} as it was stored:`);
  for (const { author, text, at, uncertain } of ours)
    console.log(`  ${clock(at)}${uncertain ? '?' : ''} ${author}: ${text}`);
}

function expectSubsequence(part: readonly string[], whole: readonly string[]): void {
  let from = 0;
  for (const line of part) {
    const found = whole.indexOf(line, from);
    expect(found, `${line} is not in its place among ${whole.join(' | ')}`).toBeGreaterThanOrEqual(0);
    from = found + 1;
  }
}

function checkTime(ours: Stored | undefined, truth: TruthEntry, starts: readonly number[], result: WalkResult): void {
  const at = seenAt(truth);
  if (ours?.uncertain === true) {
    result.uncertain++;
    const catchingUp = starts.some((start) => truth.sentAt < start + CATCHING_UP_MS && truth.sentAt > start - 2_000);
    if (at !== null && !catchingUp) result.uncertainThoughSeen++;
    return;
  }
  const off = Number(ours?.at) - (at ?? truth.sentAt);
  const tolerance = at !== null && ours?.observed === true ? TOLERANCE_MS : SHOWN_TOLERANCE_MS;
  if (at !== null && ours?.observed === false) result.onlyShown++;
  const told = `${truth.conversationId} ${truth.author} ${truth.text}: ${off} ms off, ${at === null ? 'not seen' : 'seen'}`;
  expect(Math.abs(off), told).toBeLessThanOrEqual(tolerance);
}

/** Turns by the plainest reading of the rule: a burst and the first reply of a person to it. */
function checkTurns(turns: Record<string, unknown>[], messages: readonly TruthEntry[], result: WalkResult): void {
  const expected: { state: string; startedAt: number | null; latency: number | null }[] = [];
  let open: (typeof expected)[number] | null = null;
  for (const entry of messages) {
    const at = seenAt(entry);
    if (entry.author === 'customer' && open === null) {
      open = { state: 'pending', startedAt: at, latency: null };
      expected.push(open);
    } else if (entry.author === 'colleague' && open !== null) {
      open.state = 'excused';
      open = null;
    } else if (entry.author === 'agent' && open !== null) {
      open.state = 'answered';
      open.latency = at === null || open.startedAt === null ? null : at - open.startedAt;
      open = null;
    }
  }
  expect(turns.map((turn) => turn.state)).toEqual(expected.map(({ state }) => state));
  result.turns += turns.length;
  for (const [index, turn] of turns.entries()) {
    const latency = expected[index]?.latency ?? null;
    if (latency === null || turn.uncertain === true) continue;
    result.timed++;
    expect(Math.abs(Number(turn.repliedAt) - Number(turn.clockAt) - latency)).toBeLessThanOrEqual(SHOWN_TOLERANCE_MS);
  }
}
