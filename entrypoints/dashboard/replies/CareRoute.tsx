import { useCallback, useMemo } from 'react';
import { CarePage } from '@/components/dashboard/replies/CarePage';
import { careLists, careListsDate, carePlatforms } from '@/lib/quickReplies/care/careLists';
import { updateSettings } from '@/lib/settings/settingsStore';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readUsedWorkbenches } from '@/lib/storage/liveQueries/usedWorkbenches';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { useThrottledQuery } from '../useThrottledQuery';
import type { LibraryProps } from './libraryProps';

/** 违禁词: the lists as shipped with the agent's changes, which are settings. */
export function CareRoute({ settings, translator: { t, language }, attempt }: LibraryProps) {
  const read = useCallback(async (database: ReadableDatabase) => readUsedWorkbenches(database), []);
  const used = useThrottledQuery({ read });
  const ids = useMemo(() => (used?.kind === 'value' ? used.value : []), [used]);
  const platforms = useMemo(() => {
    const own = new Set(ids.map(workbenchProfile));
    const sorted = [...carePlatforms].sort((a, b) => Number(own.has(b)) - Number(own.has(a)));
    return [
      ...sorted.map((id) => ({ id: id as string, name: t(`dashboard:replies.care.name.${id}`) })),
      { id: '', name: t('dashboard:replies.care.otherPlatforms') },
    ];
  }, [ids, t]);
  if (used === null) return null;
  return (
    <CarePage
      care={settings.care}
      onChange={(care) => attempt(updateSettings(() => ({ care })))}
      platforms={platforms}
      shipped={careLists}
      date={careListsDate}
      workbenches={ids.map((id) => ({ id, name: workbenchName(id, language) }))}
    />
  );
}
