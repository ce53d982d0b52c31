import { useCallback } from 'react';
import { LearnedPage } from '@/components/dashboard/replies/LearnedPage';
import { dateOf } from '@/components/dashboard/timeOfDay';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readLearned } from '@/lib/storage/liveQueries/learned';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { useThrottledQuery } from '../useThrottledQuery';
import type { LibraryProps } from './libraryProps';

/** 学到了什么: live, and forgotten at a word. */
export function LearnedRoute({ settings, view, attempt }: LibraryProps) {
  const { timeZone } = profileOf(view.profileId, settings.customProfiles);
  const read = useCallback(async (database: ReadableDatabase) => readLearned(database), []);
  const learned = useThrottledQuery({ read });
  if (learned?.kind !== 'value') return null;
  return (
    <LearnedPage
      learned={learned.value.learned.map(({ lastAt, ...row }) => ({ ...row, last: dateOf(lastAt, timeZone) }))}
      answers={learned.value.answers}
      ignored={learned.value.ignored}
      days={settings.retentionDays}
      onForget={(what) => attempt(sendMessage('forgetAnswers', { what }))}
      onForgetAll={() => attempt(sendMessage('forgetAnswers', { what: null }))}
    />
  );
}
