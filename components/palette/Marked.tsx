import type { TextSpan } from '@/lib/domain/palette';

/** A text with the parts that a query found marked. */
export function Marked({ text, spans }: { text: string; spans: readonly TextSpan[] }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
