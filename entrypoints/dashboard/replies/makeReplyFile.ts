import type { ReplyExport } from '@/components/dashboard/replies/ReplyExportCard';
import type { QuickReply } from '@/lib/domain/quickReply';
import { toBase64 } from '@/lib/messaging/base64';
import { encodeGb18030 } from '@/lib/quickReplies/encodeGb18030';
import type { ReplyBackup } from '@/lib/quickReplies/replyBackup';
import { replyCsv, replyJson, replyLines, replyTable } from '@/lib/quickReplies/writeReplyFile';
import { readPictureBlob } from '@/lib/storage/liveQueries/pictures';
import { database } from '../database';

/** The library as a file for the download folder. */
export async function makeReplyFile(
  { replies, groups }: { replies: readonly QuickReply[]; groups: readonly string[] },
  { form, columns, encoding }: ReplyExport,
  date: string,
): Promise<{ name: string; type: string; text: BlobPart }> {
  const name = `miaohui-replies-${date}`;
  switch (form) {
    case 'csv': {
      const csv = replyCsv(replies, columns);
      // A mark for UTF-8 in front of another encoding would be read as part of the first name.
      const text = encoding === 'utf-8' ? csv : encodeGb18030(csv.replace(/^\uFEFF/, ''));
      return { name: `${name}.csv`, type: 'text/csv', text };
    }
    case 'excel': {
      const { writeWorkbook } = await import('@/lib/quickReplies/replyWorkbook');
      const text = await writeWorkbook(replyTable(replies, columns));
      return { name: `${name}.xlsx`, type: text.type, text };
    }
    case 'json': {
      const backup = { groups: groups.filter((group) => group !== ''), pictures: await picturesOf(replies) };
      return { name: `${name}.json`, type: 'application/json', text: replyJson(replies, backup) };
    }
    case 'text':
      return { name: `${name}.txt`, type: 'text/plain;charset=utf-8', text: replyLines(replies) };
  }
}

async function picturesOf(replies: readonly QuickReply[]): Promise<ReplyBackup['pictures']> {
  const pictures: ReplyBackup['pictures'] = {};
  for (const { attachments = [] } of replies)
    for (const attachment of attachments) {
      if (attachment.kind !== 'image' || attachment.id in pictures) continue;
      const blob = await readPictureBlob(database, attachment.id);
      if (blob === null) continue;
      const data = toBase64(new Uint8Array(await blob.arrayBuffer()));
      pictures[attachment.id] = { type: attachment.type, data };
    }
  return pictures;
}
