import { useT } from '@/components/i18n/TranslatorContext';

const LINES = ['times', 'texts', 'figures'] as const;

/** The three lines on what is stored, before and beside 开始记录. */
export function StoredLines({ title }: { title: string }) {
  const t = useT();
  return (
    <div className="mh-stored">
      <p className="mh-stored__title">{title}</p>
      <ul className="mh-stored__lines">
        {LINES.map((line) => (
          <li key={line}>{t(`settings:recording.lines.${line}`)}</li>
        ))}
      </ul>
    </div>
  );
}
