import { useCallback, useState } from 'react';
import { RepliesFrame, type ReplySection } from '@/components/dashboard/replies/RepliesFrame';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readLibrary } from '@/lib/storage/liveQueries/quickReplies';
import type { PageProps } from '../pageProps';
import { useThrottledQuery } from '../useThrottledQuery';
import { CareRoute } from './CareRoute';
import { CleanUpRoute } from './CleanUpRoute';
import { LearnedRoute } from './LearnedRoute';
import { LibraryRoute } from './LibraryRoute';
import type { LibraryProps } from './libraryProps';
import { MiningRoute } from './MiningRoute';
import { TransferRoute } from './TransferRoute';

/** 快捷短语: the library, live, and what is done with it; every change goes through the background. */
export function RepliesRoute(props: PageProps) {
  const [section, setSection] = useState<ReplySection>('library');
  const read = useCallback(async (database: ReadableDatabase) => readLibrary(database), []);
  const library = useThrottledQuery({ read });
  if (library?.kind !== 'value') return null;
  return (
    <RepliesFrame section={section} onSection={setSection}>
      <Section section={section} {...props} library={library.value} />
    </RepliesFrame>
  );
}

function Section({ section, ...props }: LibraryProps & { section: ReplySection }) {
  switch (section) {
    case 'library':
      return <LibraryRoute {...props} />;
    case 'transfer':
      return <TransferRoute {...props} />;
    case 'mining':
      return <MiningRoute {...props} />;
    case 'cleanUp':
      return <CleanUpRoute {...props} />;
    case 'learned':
      return <LearnedRoute {...props} />;
    case 'care':
      return <CareRoute {...props} />;
  }
}
