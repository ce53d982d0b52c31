import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import type { ImportRow } from './importPreview';

interface ImportRowsProps {
  rows: readonly ImportRow[];
  /** Lines that will be imported. */
  wanted: ReadonlySet<number>;
  onWanted: (line: number, on: boolean) => void;
}

const ROW_HEIGHT = 52;

/** Rows of a file with what importing each does; thousands of them. */
export function ImportRows({ rows, wanted, onWanted }: ImportRowsProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  return (
    <div className="mh-import__scroller" ref={scroller}>
      <ul
        className="mh-replies__list"
        aria-label={t('dashboard:replies.import.rows')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const { line, kind, reason } = row;
          return (
            <li
              key={line}
              className="mh-replies__item mh-import__row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <input
                type="checkbox"
                aria-label={t('dashboard:replies.import.take', { line })}
                checked={wanted.has(line)}
                disabled={kind === 'skipped'}
                onChange={(event) => onWanted(line, event.target.checked)}
              />
              <span className="mh-import__line">{t('dashboard:replies.import.line', { line })}</span>
              <span className={`mh-import__kind mh-import__kind--${kind}`}>
                {t(`dashboard:replies.import.kind.${kind}`)}
              </span>
              <span className="mh-reply__code">{row.code}</span>
              <span className="mh-reply__body">
                <span className="mh-ellipsis">{row.text.trim() === '' ? '–' : row.text}</span>
                <span className="mh-reply__text mh-ellipsis">
                  {reason !== null
                    ? t(`dashboard:replies.import.reason.${reason}`)
                    : kind === 'changed'
                      ? row.changes
                          .map(({ field, before, after }) =>
                            field === 'other'
                              ? t('dashboard:replies.import.otherFields')
                              : t('dashboard:replies.import.change', {
                                  field: t(`dashboard:replies.import.field.${field}`),
                                  before: before === '' ? '–' : before,
                                  after: after === '' ? '–' : after,
                                }),
                          )
                          .join(' · ')
                      : [row.title, row.group].filter((part) => part !== '').join(' · ')}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
