import type { LogEntry } from '@/lib/domain/logEntry';

/** What is wrong with one line of a log. */
export class LogError extends Error {
  override name = 'LogError';
  /** Line of the text, from 1. */
  readonly line: number;

  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
    this.line = line;
  }
}

const authors: ReadonlySet<unknown> = new Set(['customer', 'agent', 'assist', 'auto', 'colleague']);
const dutyEvents: ReadonlySet<unknown> = new Set(['onDuty', 'offDuty']);
const events: ReadonlySet<unknown> = new Set([
  'closed',
  'accepted',
  'transferredIn',
  'transferredOut',
  'robotHolds',
  'robotReleases',
  'checked',
]);
const flags = ['closing', 'perfunctory', 'recalled', 'uncertain'] as const;
const seenTimes = ['openedAt', 'firstKeyAt'] as const;

/** The latest moment, and minus it the earliest, that a date can hold, ms since the epoch. */
const lastMomentMs = 8_640_000_000_000_000;

/** Whether a value is a moment: whole milliseconds since the epoch, within what a date can hold. */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= lastMomentMs;
}

/** What keeps a value from being a log entry, in words for whoever wrote the log; null = nothing. */
export function problemOfEntry(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
  const fields: Record<string, unknown> = { ...value };
  const { at, id, author, event, conversationId } = fields;
  if (Number.isInteger(at) && !isMoment(at)) return `"at" is ${shown(at)}; no date lies so far away`;
  if (!isMoment(at)) return `"at" is ${shown(at)}; it must be a time in whole milliseconds`;
  if (id !== undefined && typeof id !== 'string') return `"id" is ${shown(id)}; it must be a string`;
  for (const flag of flags) {
    const given = fields[flag];
    if (given !== undefined && typeof given !== 'boolean')
      return `"${flag}" is ${shown(given)}; it must be true or false`;
  }
  if (author !== undefined && event !== undefined) return 'it has both "author" and "event"; an entry has one of them';
  if (author === undefined && event === undefined) return 'it has neither "author" nor "event"';
  if (dutyEvents.has(event)) return null;
  if (event !== undefined && !events.has(event)) {
    return `"event" is ${shown(event)}; known are ${[...events, ...dutyEvents].join(', ')}`;
  }
  if (author !== undefined && !authors.has(author)) {
    return `"author" is ${shown(author)}; known are ${[...authors].join(', ')}`;
  }
  if (typeof conversationId !== 'string' || conversationId === '') {
    return `"conversationId" is ${shown(conversationId)}; it must be a string that is not empty`;
  }
  const { length, person } = fields;
  if (length !== undefined && !(typeof length === 'number' && Number.isSafeInteger(length) && length >= 0)) {
    return `"length" is ${shown(length)}; it must be a number of characters`;
  }
  if (person !== undefined && person !== null && typeof person !== 'string') {
    return `"person" is ${shown(person)}; it must be a string or null`;
  }
  for (const name of seenTimes) {
    const seen = fields[name];
    if (seen !== undefined && seen !== null && !isMoment(seen)) {
      return `"${name}" is ${shown(seen)}; it must be a time in whole milliseconds, or null`;
    }
  }
  return null;
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : (JSON.stringify(value) ?? String(value));
}

function isEntry(value: unknown): value is LogEntry {
  return problemOfEntry(value) === null;
}

/**
 * Reads a log: an array of entries, or one entry a line (NDJSON; empty lines are passed over). Throws a LogError that
 * names the first bad line, and then nothing of the log is given.
 */
export function parseLog(text: string): LogEntry[] {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return start.trimStart().startsWith('[') ? parseArray(start) : parseLines(start);
}

function parseArray(text: string): LogEntry[] {
  // What begins with a bracket and is JSON is an array.
  let values: unknown[];
  try {
    values = JSON.parse(text);
  } catch (error) {
    throw arrayError(text, messageOf(error));
  }
  if (values.every(isEntry)) return values;
  throw arrayError(text, 'an entry is wrong');
}

/** The error of an array's first bad entry, with its line; `problem` stands for a text that is no list of entries. */
function arrayError(text: string, problem: string): LogError {
  let line = 1;
  let counted = 0;
  for (const [position, { from, to }] of elementsOf(text).entries()) {
    line += text.slice(counted, from).split('\n').length - 1;
    counted = from;
    let value: unknown;
    try {
      value = JSON.parse(text.slice(from, to));
    } catch (error) {
      return new LogError(line, `entry ${position + 1}: not JSON: ${messageOf(error)}`);
    }
    const wrong = problemOfEntry(value);
    if (wrong !== null) return new LogError(line, `entry ${position + 1}: ${wrong}`);
  }
  return new LogError(text.split('\n').length, `not a complete array: ${problem}`);
}

/** Where the elements of an array stand in its text, by commas and brackets alone, so that broken ones are found. */
function elementsOf(text: string): { from: number; to: number }[] {
  const elements: { from: number; to: number }[] = [];
  const token = /"(?:[^"\\\n]|\\.)*"|[[\]{},]/g;
  let depth = 0;
  let from = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '[' || found === '{') {
      depth++;
      if (depth === 1) from = index + 1;
    } else if (found === ']' || found === '}') depth--;
    const ends = (found === ',' && depth === 1) || (found === ']' && depth === 0);
    if (!ends) continue;
    const content = text.slice(from, index);
    const start = from + content.length - content.trimStart().length;
    if (content.trim() !== '' || found === ',') elements.push({ from: start, to: index });
    from = index + 1;
  }
  return elements;
}

function parseLines(text: string): LogEntry[] {
  const entries: LogEntry[] = [];
  let line = 0;
  let from = 0;
  while (from <= text.length) {
    line++;
    const end = text.indexOf('\n', from);
    const content = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length + 1 : end + 1;
    if (content === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(content);
    } catch (error) {
      throw new LogError(line, `not JSON: ${messageOf(error)}`);
    }
    if (!isEntry(value)) throw new LogError(line, problemOfEntry(value) ?? '');
    entries.push(value);
  }
  return entries;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
