import type { ReactNode } from 'react';
import { CarePage } from '@/components/dashboard/replies/CarePage';
import { CleanUpPage } from '@/components/dashboard/replies/CleanUpPage';
import { ImportCard } from '@/components/dashboard/replies/ImportCard';
import type { ImportRow } from '@/components/dashboard/replies/importPreview';
import { LearnedPage } from '@/components/dashboard/replies/LearnedPage';
import { MiningPage } from '@/components/dashboard/replies/MiningPage';
import { RepliesFrame, type ReplySection } from '@/components/dashboard/replies/RepliesFrame';
import { RepliesPage } from '@/components/dashboard/replies/RepliesPage';
import { ReplyExportCard } from '@/components/dashboard/replies/ReplyExportCard';
import type { QuickReply } from '@/lib/domain/quickReply';
import { careLists, careListsDate } from '@/lib/quickReplies/care/careLists';
import { groupNodes } from '@/lib/quickReplies/groupOrder';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import { defaultSettings } from '@/lib/settings/schema';

const nothing = (): void => {};

const changes: Record<number, Partial<QuickReply>> = {
  0: { favourite: true, variants: ['在的亲,请讲', '您好,有什么可以帮到您'] },
  3: {
    text: '亲,双11满300减30,可以和店铺券一起用:\n1. 先领券\n2. 再凑满300\n3. 提交订单自动减\n4. 付完尾款不退差价\n有不明白的随时问我',
    validUntil: 9e12,
    title: '双11满减',
    code: 'mj',
  },
  4: { validFrom: 9e12, title: '双12预告' },
  5: { validUntil: 1, title: '国庆活动' },
  6: {
    shops: ['花间旗舰店'],
    attachments: [
      { kind: 'image', id: 'a', name: '尺码表.png', type: 'image/png', bytes: 182_000 },
      { kind: 'link', url: 'https://mobile.yangkeduo.com/goods.html?id=1', title: '' },
    ],
  },
};
const used = starterLibrary().map((reply, index): QuickReply => {
  const nested = reply.group === '发货物流' && index % 3 === 0 ? '发货物流/快递' : reply.group;
  return { ...reply, group: nested, uses: (index * 7) % 23, ...changes[index] };
});
const thousands = Array.from({ length: 5000 }, (_, index): QuickReply => {
  const base = used[index % used.length];
  if (base === undefined) throw new Error('The starter library is empty.');
  return { ...base, id: `${base.id}-${index}`, code: `${base.code}${index}`, order: index };
});

function page(section: ReplySection, content: ReactNode): ReactNode {
  return (
    <RepliesFrame section={section} onSection={nothing}>
      {content}
    </RepliesFrame>
  );
}

function validityOf(replies: readonly QuickReply[]): Map<string, 'notYet' | 'expired'> {
  const validity = new Map<string, 'notYet' | 'expired'>();
  for (const { id, validFrom, validUntil } of replies) {
    if (validUntil === 1) validity.set(id, 'expired');
    else if (validFrom != null) validity.set(id, 'notYet');
  }
  return validity;
}

function library(replies: readonly QuickReply[]): ReactNode {
  return page(
    'library',
    <RepliesPage
      replies={replies}
      groups={groupNodes([], replies)}
      validity={validityOf(replies)}
      campaign={new Set(replies.flatMap(({ id, validUntil }) => (validUntil === 9e12 ? [id] : [])))}
      saved={({ uses }) => `${uses} 分 20 秒`}
      shops={['花间旗舰店', '花间女装']}
      search={() => replies}
      onSave={nothing}
      onDelete={nothing}
      onRestore={nothing}
      onFavourite={nothing}
      onMove={nothing}
      onGroup={nothing}
      onPicture={async (file) => ({ kind: 'image', id: 'x', name: file.name, type: 'image/png', bytes: file.size })}
      picture={() => <span className="mh-picture" />}
    />,
  );
}

const rows: ImportRow[] = Array.from({ length: 240 }, (_, index) => {
  const base = used[index % used.length] ?? used[0];
  const kind = index % 7 === 3 ? 'skipped' : index % 5 === 1 ? 'changed' : 'added';
  return {
    line: index + 2,
    kind,
    code: base?.code ?? '',
    title: base?.title ?? '',
    text: index === 3 ? '' : (base?.text ?? ''),
    group: base?.group ?? '',
    changes: kind === 'changed' ? [{ field: 'text', before: '今天发货', after: base?.text ?? '' }] : [],
    reason: kind === 'skipped' ? (index === 3 ? 'noText' : index % 2 === 0 ? 'same' : 'codeTaken') : null,
  };
});

const importing = {
  busy: false,
  problem: null,
  undone: null,
  onFile: nothing,
  onImport: nothing,
  onCancel: nothing,
  onUndo: nothing,
  onSaveSkipped: nothing,
};
const transfer = (choosing: boolean) =>
  page(
    'transfer',
    <div className="mh-column mh-column--wide">
      <ImportCard
        {...importing}
        preview={
          choosing ? { file: '千牛快捷短语.csv', form: 'CSV', encoding: 'GB18030', rows, missingPictures: 2 } : null
        }
        last={choosing ? null : { file: '千牛快捷短语.csv', when: '2026-11-11 20:04', added: 186, changed: 12 }}
      />
      <ReplyExportCard count={used.length} busy={false} onExport={nothing} />
    </div>,
  );

const mined = [
  '亲,这款现货的,今天四点前付款当天发',
  '衣服是纯棉的,不起球不掉色,可以放心拍哦',
  '退货地址在售后单里,寄回后把单号发我',
  'XL 建议 140 斤以内',
].map((text, index) => ({
  text,
  times: 31 - index * 7,
  last: `2026-11-11 19:4${index}`,
  code: ['zkx', 'yf', 'th', 'xl'][index] ?? '',
  group: ['发货物流', '答疑', '退换售后', ''][index] ?? '',
  saves: index === 3 ? '–' : `${(9.2 - index).toFixed(1)} 秒`,
}));

const learned = Array.from({ length: 60 }, (_, index) => ({
  question:
    ['什么时候发货', '有没有运费险', '170 130 穿什么码\n偏大吗', '能便宜点吗'][index % 4] +
    (index > 3 ? ` ${index}` : ''),
  replyId: `r${index}`,
  title: index % 9 === 8 ? null : (used[index % used.length]?.title ?? ''),
  times: 60 - index,
  typed: index % 3,
  known: index % 5 === 4 ? 0 : 40 - (index % 20),
  well: 30 - (index % 20),
  orders: index % 4,
  ignored: index % 6,
  last: '2026-11-11',
}));

const care = {
  ...defaultSettings().care,
  off: ['superlative:最', 'promise:一定'],
  added: [
    { word: '亏本卖', kind: 'promise' as const, level: 'mark' as const, platform: null },
    { word: '隔壁店', kind: 'otherPlatform' as const, level: 'ask' as const, platform: 'pinduoduo' },
  ],
  secondEnter: ['pinduoduo'],
};

/** Every picture of the page of quick replies, by name. */
export const replyScenes: Record<string, () => ReactNode> = {
  replies: () => library(used),
  'replies-editing': () => library(used),
  'replies-group': () => library(used),
  'replies-empty': () => library([]),
  'replies-5000': () => library(thousands),
  'replies-transfer': () => transfer(false),
  'replies-import': () => transfer(true),
  'replies-mining': () =>
    page(
      'mining',
      <MiningPage
        phrases={mined}
        days={30}
        textStored
        groups={groupNodes([], used)}
        codes={new Set(['xl'])}
        onSave={nothing}
        onDismiss={nothing}
      />,
    ),
  'replies-cleanUp': () =>
    page(
      'cleanUp',
      <CleanUpPage
        days={90}
        onDays={nothing}
        unused={used
          .slice(10, 20)
          .map((reply, i) => ({ reply: { ...reply, uses: i % 3 }, lastUsed: i % 3 === 0 ? null : '2026-07-02' }))}
        alike={[used.slice(0, 2), used.slice(12, 15)]}
        onDelete={nothing}
        onMerge={nothing}
        cleaned={2}
        onUndo={nothing}
      />,
    ),
  'replies-learned': () =>
    page(
      'learned',
      <LearnedPage learned={learned} answers={1830} ignored={142} days={30} onForget={nothing} onForgetAll={nothing} />,
    ),
  'replies-care': () =>
    page(
      'care',
      <CarePage
        care={care}
        onChange={nothing}
        platforms={[
          { id: 'pinduoduo', name: '拼多多' },
          { id: 'taobao', name: '淘宝' },
        ]}
        shipped={careLists}
        date={careListsDate}
        workbenches={[
          { id: 'pinduoduo', name: '拼多多' },
          { id: 'converse', name: 'Converse.js' },
        ]}
      />,
    ),
};
