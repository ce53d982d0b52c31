/** A short mark in a small frame: 新, 转, 样本少. `title` says it in full. */
export function Tag({ text, title, tone = 'plain' }: { text: string; title?: string; tone?: 'plain' | 'accent' }) {
  return (
    <span className={`mh-tag mh-tag--${tone}`} title={title}>
      {text}
    </span>
  );
}
