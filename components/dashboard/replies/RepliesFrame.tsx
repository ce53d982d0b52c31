import type { ReactNode } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';

/** The parts of the page of quick replies, in their order. */
export const REPLY_SECTIONS = ['library', 'transfer', 'mining', 'cleanUp', 'learned', 'care'] as const;

/** See REPLY_SECTIONS. */
export type ReplySection = (typeof REPLY_SECTIONS)[number];

interface RepliesFrameProps {
  section: ReplySection;
  onSection: (section: ReplySection) => void;
  children: ReactNode;
}

/** The page of quick replies around one of its parts. */
export function RepliesFrame({ section, onSection, children }: RepliesFrameProps) {
  const t = useT();
  return (
    <div className="mh-replies-page">
      <nav className="mh-parts" aria-label={t('dashboard:replies.parts')}>
        {REPLY_SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            className="mh-parts__item"
            aria-current={each === section ? 'page' : undefined}
            onClick={() => onSection(each)}
          >
            {t(`dashboard:replies.part.${each}`)}
          </button>
        ))}
      </nav>
      {children}
    </div>
  );
}
