/** Whether a cell says that there is no value: empty, a dash, 无, N/A. */
export function isEmptyCell(cell: string): boolean {
  return /^(?:[-–—―/]*|无|暂无|null|n\/?a)$/i.test(cell.normalize('NFKC').trim());
}

/**
 * A duration of a report in ms: `12.5` (seconds), `12秒`, `1分20秒`, `1小时2分`, `00:01:20`, `1:20`. null when the cell
 * holds none (`-`, empty, a text).
 */
export function durationOfCell(cell: string): number | null {
  const text = cell.normalize('NFKC').replace(/\s/g, '');
  if (/^\d+(\.\d+)?(秒|s)?$/i.test(text)) return Math.round(Number.parseFloat(text) * 1000);
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2}(?:\.\d+)?)$/.exec(text);
  const words = /^(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|m))?(?:(\d+(?:\.\d+)?)(?:秒|s))?$/i.exec(text);
  const parts = clock ?? (text === '' ? null : words);
  if (parts === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/** A share of a report, 0..1: `95.3%`, `0.953`; a bare number above 1 counts per cent. null when there is none. */
export function rateOfCell(cell: string): number | null {
  const number = numberOfCell(cell.normalize('NFKC').replace(/%$/, ''));
  if (number === null) return null;
  return /%\s*$/.test(cell.normalize('NFKC')) || number > 1 ? fromPerCent(number) : number;
}

/** A ratio of a report: `118%` = 1.18, `1.18`; a bare number of 10 and more counts per cent. null when there is none. */
export function ratioOfCell(cell: string): number | null {
  const plain = cell.normalize('NFKC').trim();
  const number = numberOfCell(plain.replace(/%$/, ''));
  if (number === null) return null;
  return plain.endsWith('%') || number >= 10 ? fromPerCent(number) : number;
}

/** A number with or without thousands' commas; null when the cell holds none. */
export function numberOfCell(cell: string): number | null {
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/,(?=\d{3}(\D|$))/g, '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** A day as `YYYY-MM-DD`, from `2026-11-20`, `2026/11/20`, `20261120` or `2026年11月20日`; null when there is none. */
export function dateOfCell(cell: string): string | null {
  const text = cell.normalize('NFKC').trim();
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s.*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const name = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return date.toISOString().startsWith(name) ? name : null;
}

/** 88.1 per cent is 0.881, not the 0.8809999999999999 that dividing gives. */
function fromPerCent(number: number): number {
  return Math.round(number * 1e6) / 1e8;
}
