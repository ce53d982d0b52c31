import { useCallback, useState } from 'react';
import { ImportCard } from '@/components/dashboard/replies/ImportCard';
import { type ReplyExport, ReplyExportCard } from '@/components/dashboard/replies/ReplyExportCard';
import { dateAndMinute } from '@/components/dashboard/timeOfDay';
import { profileOf } from '@/lib/metrics/profiles/registry';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readLastImport } from '@/lib/storage/liveQueries/quickReplies';
import { download } from '../download';
import { useDay } from '../useDay';
import { useThrottledQuery } from '../useThrottledQuery';
import type { LibraryProps } from './libraryProps';
import { makeReplyFile } from './makeReplyFile';
import { useImport } from './useImport';

/** 导入导出: a file in after a preview, with undo; the library out. */
export function TransferRoute({ library, settings, view, translator: { t }, attempt }: LibraryProps) {
  const { timeZone } = profileOf(view.profileId, settings.customProfiles);
  const { date } = useDay(view, settings);
  const [busy, setBusy] = useState(false);
  const imported = useImport(library.replies, t);
  const read = useCallback(async (database: ReadableDatabase) => readLastImport(database), []);
  const result = useThrottledQuery({ read });
  const last = result?.kind === 'value' ? result.value : null;
  const save = async (how: ReplyExport) => {
    setBusy(true);
    try {
      download(await makeReplyFile(library, how, date));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="mh-column mh-column--wide">
      <ImportCard
        busy={imported.busy}
        problem={imported.problem}
        preview={imported.preview}
        last={last === null ? null : { ...last, when: dateAndMinute(last.at, timeZone) }}
        undone={imported.undone}
        onFile={(file) => void imported.choose(file)}
        onImport={(lines) => void imported.put(lines)}
        onCancel={imported.cancel}
        onUndo={() => void imported.undo()}
        onSaveSkipped={imported.saveSkipped}
      />
      <ReplyExportCard count={library.replies.length} busy={busy} onExport={(how) => attempt(save(how))} />
    </div>
  );
}
