import { useEffect, useState } from 'react';
import type { ImportProblem, TaughtPage } from '@/components/dashboard/workbenches/OwnAdaptersCard';
import type { WorkbenchTab } from '@/lib/domain/live';
import { sendMessage } from '@/lib/messaging/protocol';
import { readAdapterFile, selectorParses, writeAdapterFile } from '@/lib/workbenches/adapterFile';
import { ADAPTER_FILE_MAX } from '@/lib/workbenches/adapterSchema';
import type { OwnAdapter } from '@/lib/workbenches/ownAdapter';
import { readOwnAdapters, watchOwnAdapters } from '@/lib/workbenches/ownAdapterStore';
import { workbenchName } from '@/lib/workbenches/registry';
import { download } from './download';

/** The user's own adapters, live, and what can be done with them. */
export function useTaught(
  tabs: readonly WorkbenchTab[],
  language: 'zh-CN' | 'en',
): {
  taught: TaughtPage[];
  importing: ImportProblem | null;
  save: (page: TaughtPage) => void;
  remove: (page: TaughtPage) => Promise<void>;
  take: (file: File) => Promise<void>;
} {
  const [all, setAll] = useState<OwnAdapter[]>([]);
  const [importing, setImporting] = useState<ImportProblem | null>(null);
  useEffect(() => {
    void readOwnAdapters().then(setAll);
    return watchOwnAdapters(setAll);
  }, []);
  const find = ({ id, origin }: TaughtPage) => all.find((own) => own.adapter.id === id && own.origin === origin);
  return {
    importing,
    taught: all.map(({ adapter, origin, savedAt, confidence, repairs }) => ({
      id: adapter.id,
      origin,
      name: workbenchName(adapter.id, language),
      savedAt,
      confidence,
      repairs: repairs !== null,
      tabId: tabs.find((tab) => tab.workbenchId === adapter.id && tab.origin === origin)?.tabId ?? null,
    })),
    save(page) {
      const own = find(page);
      if (own !== undefined) download({ ...writeAdapterFile(own), type: 'application/json' });
    },
    remove: ({ id, origin }) => sendMessage('deleteOwnAdapter', { id, origin }),
    async take(file) {
      const read =
        file.size > ADAPTER_FILE_MAX
          ? null
          : readAdapterFile(await file.text(), (one) => selectorParses(one, document));
      if (read === null) return setImporting({ kind: 'tooLarge' });
      if ('problem' in read) return setImporting(read.problem);
      const { own } = read;
      if (all.some((one) => one.origin === own.origin && one.adapter.id === own.adapter.id)) {
        return setImporting({ kind: 'taken', host: new URL(own.origin).host });
      }
      await sendMessage('saveOwnAdapter', { own });
      setImporting(null);
    },
  };
}
