import { useMemo, useState } from 'react';
import type { ImportPreview } from '@/components/dashboard/replies/importPreview';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { Translate } from '@/lib/i18n/translator';
import { sendMessage } from '@/lib/messaging/protocol';
import { type ImportPlan, importChange, planImport } from '@/lib/quickReplies/planImport';
import { skippedCsv } from '@/lib/quickReplies/writeReplyFile';
import { readKeptPictures } from '@/lib/storage/liveQueries/pictures';
import { database } from '../database';
import { download } from '../download';
import { importRows, wantedPart } from './importRows';
import { type ImportFile, readImport } from './readImport';

/** What happens with a file that is being imported. */
export function useImport(replies: readonly QuickReply[], t: Translate) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ file: ImportFile; plan: ImportPlan; missing: ReadonlySet<string> } | null>(
    null,
  );
  const [undone, setUndone] = useState<{ undone: number; kept: number } | null>(null);

  const run = async (name: string, work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    setUndone(null);
    try {
      await work();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(t('dashboard:replies.import.failed', { file: name, reason }));
    } finally {
      setBusy(false);
    }
  };

  const preview = useMemo((): ImportPreview | null => {
    if (chosen === null) return null;
    const { file, plan, missing } = chosen;
    const { name, form, encoding } = file;
    return { file: name, form, encoding, rows: importRows(plan), missingPictures: missing.size };
  }, [chosen]);

  return {
    busy,
    problem,
    preview,
    undone,
    choose: (file: File) =>
      run(file.name, async () => {
        const read = await readImport(file, t);
        if (typeof read === 'string') {
          setProblem(read);
          return;
        }
        const plan = planImport({ library: replies, rows: read.rows, newId: () => crypto.randomUUID() });
        const asked = [...imageIds(importChange(plan).put)].filter((id) => !(id in read.backup.pictures));
        const kept = await readKeptPictures(database, asked);
        setChosen({ file: read, plan, missing: new Set(asked.filter((id) => !kept.has(id))) });
      }),
    cancel: () => setChosen(null),
    put: (lines: ReadonlySet<number>) =>
      run(chosen?.file.name ?? '', async () => {
        if (chosen === null) return;
        const { file, plan, missing } = chosen;
        const at = Date.now();
        const wanted = wantedPart(plan, lines);
        const added = new Set(wanted.added.map(({ reply }) => reply.id));
        const put = importChange(wanted).put.map((reply) => {
          const whole = withoutPictures(reply, missing);
          return added.has(reply.id) && reply.createdAt == null && file.form !== 'JSON'
            ? { ...whole, createdAt: at }
            : whole;
        });
        for (const id of imageIds(put)) {
          const picture = file.backup.pictures[id];
          if (picture !== undefined) await sendMessage('savePicture', { id, ...picture });
        }
        const groups = [...file.backup.groups, ...put.map(({ group }) => group)].filter((group) => group !== '');
        await sendMessage('importQuickReplies', { file: file.name.slice(0, 200), put, groups: [...new Set(groups)] });
        setChosen(null);
      }),
    undo: () => run('', async () => setUndone(await sendMessage('undoImport', {}))),
    saveSkipped() {
      if (chosen === null) return;
      const text = skippedCsv(chosen.plan.skipped.map(({ row }) => row));
      download({ name: 'miaohui-replies-left-out.csv', type: 'text/csv;charset=utf-8', text });
    },
  };
}

function imageIds(replies: readonly QuickReply[]): ReadonlySet<string> {
  return new Set(
    replies.flatMap(({ attachments = [] }) => attachments.flatMap((one) => (one.kind === 'image' ? [one.id] : []))),
  );
}

function withoutPictures(reply: QuickReply, missing: ReadonlySet<string>): QuickReply {
  const { attachments, ...rest } = reply;
  const kept = attachments?.filter((one) => one.kind !== 'image' || !missing.has(one.id)) ?? [];
  return kept.length === 0 ? rest : { ...rest, attachments: kept };
}
