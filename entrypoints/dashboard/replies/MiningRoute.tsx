import { useCallback, useMemo } from 'react';
import type { MinedView } from '@/components/dashboard/replies/MinedPhrase';
import { MiningPage } from '@/components/dashboard/replies/MiningPage';
import { dateAndMinute } from '@/components/dashboard/timeOfDay';
import { sendMessage } from '@/lib/messaging/protocol';
import { formatDuration } from '@/lib/metrics/format/duration';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { groupNodes } from '@/lib/quickReplies/groupOrder';
import { mineSteps } from '@/lib/quickReplies/mineReplies';
import { textCore } from '@/lib/quickReplies/nearText';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readDismissed, readSentTexts } from '@/lib/storage/liveQueries/sentTexts';
import { useThrottledQuery } from '../useThrottledQuery';
import { inPieces } from './inPieces';
import type { LibraryProps } from './libraryProps';
import { useTypingSpeed } from './useTypingSpeed';

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;
// Not the texts: a list that is worked through must not be made anew with every message.
const TABLES = ['dismissedPhrases'];

/** 常打的话: what is typed again and again, offered for saving. */
export function MiningRoute({ library, settings, view, translator: { t }, attempt }: LibraryProps) {
  const { replies, groups } = library;
  const speed = useTypingSpeed();
  const { timeZone } = profileOf(view.profileId, settings.customProfiles);
  const days = Math.min(MOST_DAYS, Math.max(1, settings.retentionDays));
  const read = useCallback(
    async (database: ReadableDatabase) => {
      const sent = await readSentTexts(database, Date.now() - days * DAY_MS);
      const dismissed = await readDismissed(database);
      const mined = await inPieces(mineSteps({ sent, library: replies }));
      return mined.filter(({ text }) => !dismissed.has(textCore(text)));
    },
    [days, replies],
  );
  const mined = useThrottledQuery({ read, onlyFor: TABLES });
  const nodes = useMemo(() => groupNodes(groups, replies), [groups, replies]);
  const codes = useMemo(() => new Set(replies.map(({ code }) => code.toLowerCase())), [replies]);
  const phrases =
    mined?.kind === 'value'
      ? mined.value.map(({ text, times, lastAt, code, group }): MinedView => {
          const saves = formatDuration(speed === null ? null : [...text].length * speed, t);
          return { text, times, code, group, saves, last: dateAndMinute(lastAt, timeZone) };
        })
      : null;
  const save = ({ text, code, group }: MinedView) => {
    const orders = replies.flatMap((reply) => (reply.group === group ? [reply.order] : []));
    const place = { group, order: Math.max(-1, ...orders) + 1 };
    const fresh = { id: crypto.randomUUID(), title: '', uses: 0, lastUsedAt: null, createdAt: Date.now() };
    attempt(sendMessage('saveQuickReply', { reply: { ...fresh, ...place, text, code } }));
  };
  return (
    <MiningPage
      phrases={phrases}
      days={days}
      textStored={settings.retentionDays > 0}
      groups={nodes}
      codes={codes}
      onSave={save}
      onDismiss={(text, dismissed) => attempt(sendMessage('dismissPhrase', { text, dismissed }))}
    />
  );
}
