/** One record of a table, and the line of the file on which it begins, from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

/**
 * Reads a table of cells divided by commas, tabs or semicolons: whichever its first line has most of. Cells may be
 * quoted and hold line breaks; a quote that never ends takes in only its own line. Blank lines are left out.
 */
export function readDelimited(text: string): TableRow[] {
  const body = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(body);
  const rows: TableRow[] = [];
  let at = 0;
  let line = 1;
  while (at < body.length) {
    const row: TableRow = { line, cells: [] };
    for (let more = true; more; ) {
      const cell = readCell(body, at, delimiter);
      row.cells.push(cell.value);
      line += lineBreaks(body, at, cell.end);
      at = cell.end;
      more = body.charAt(at) === delimiter;
      if (more) at++;
      // A delimiter at the very end leaves an empty last cell.
      if (more && at >= body.length) row.cells.push('');
      if (at >= body.length) more = false;
    }
    const lineEnd = body.startsWith('\r\n', at) ? 2 : 1;
    if (at < body.length) line++;
    at += lineEnd;
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

/** Writes a table as RFC 4180 has it, CRLF after every record. */
export function writeDelimited(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) =>
    /[",;\t\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function delimiterOf(body: string): string {
  const first =
    body
      .slice(0, 4096)
      .replace(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: first.split(mark).length }));
  counts.sort((a, b) => b.count - a.count);
  return counts[0]?.mark ?? ',';
}

function readCell(body: string, from: number, delimiter: string): { value: string; end: number } {
  if (body.charAt(from) === '"') {
    const quoted = readQuoted(body, from, delimiter);
    if (quoted !== null) return quoted;
  }
  let end = from;
  while (end < body.length && !isEnd(body.charAt(end), delimiter)) end++;
  return { value: body.slice(from, end), end };
}

function readQuoted(body: string, from: number, delimiter: string): { value: string; end: number } | null {
  let value = '';
  for (let at = from + 1; at < body.length; at++) {
    const character = body.charAt(at);
    if (character !== '"') {
      value += character;
      continue;
    }
    if (body.charAt(at + 1) === '"') {
      value += '"';
      at++;
      continue;
    }
    return at + 1 >= body.length || isEnd(body.charAt(at + 1), delimiter) ? { value, end: at + 1 } : null;
  }
  return null;
}

function isEnd(character: string, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}

function lineBreaks(body: string, from: number, to: number): number {
  return body.slice(from, to).split(/\r\n|\r|\n/).length - 1;
}
