import { foldText } from './foldText';

/** A column of a table of quick replies. */
export type ReplyColumn =
  | 'code'
  | 'title'
  | 'text'
  | 'group'
  | 'subgroup'
  | 'shops'
  | 'favourite'
  | 'validFrom'
  | 'validUntil'
  | 'variants'
  | 'id'
  | 'order'
  | 'uses'
  | 'lastUsedAt'
  | 'createdAt'
  | 'attachments';

/** Names of the columns as the tools of the platforms, and this one, write them. The first is the one written. */
export const columnNames: Readonly<Record<ReplyColumn, readonly string[]>> = {
  code: ['快捷编码', '编码', '快捷短语编码', '短语编码', '快捷码', '快捷键', '缩写', 'code', 'shortcut', 'short code'],
  title: ['标题', '短语标题', '名称', '话术标题', 'title', 'name'],
  text: [
    '快捷短语',
    '内容',
    '短语内容',
    '快捷短语内容',
    '话术',
    '话术内容',
    '回复内容',
    '短语',
    'text',
    'content',
    'phrase',
    'reply',
    'message',
  ],
  group: ['分组', '快捷短语分组', '短语分组', '分组名称', '一级分组', '分类', '类别', 'group', 'category', 'folder'],
  subgroup: ['二级分组', '子分组', '子分类', 'subgroup', 'subcategory'],
  shops: ['店铺', '适用店铺', 'shop', 'shops', 'store'],
  favourite: ['收藏', '常用', 'favourite', 'favorite'],
  validFrom: ['开始时间', '生效时间', 'valid from', 'validfrom', 'start'],
  validUntil: ['结束时间', '失效时间', 'valid until', 'validuntil', 'end'],
  variants: ['其他说法', '备选内容', 'variants', 'alternatives'],
  id: ['标识', 'id'],
  order: ['排序', '序号', 'order'],
  uses: ['使用次数', 'uses'],
  lastUsedAt: ['最近使用', 'last used', 'lastusedat'],
  createdAt: ['创建时间', 'created', 'createdat'],
  attachments: ['图片和链接', 'attachments'],
};

const columnsByName = new Map(
  Object.entries(columnNames).flatMap(([column, names]) => names.map((name) => [foldText(name), column] as const)),
);

/** Which column of a table is what; null when the row names no text: it is then no header. */
export function readHeader(cells: readonly string[]): Map<ReplyColumn, number> | null {
  const columns = new Map<ReplyColumn, number>();
  cells.forEach((cell, i) => {
    const name = foldText(cell.replace(/^\s*[*＊]/u, ''))
      .replace(/[*:(].*$/u, '')
      .trim();
    const column = columnsByName.get(name);
    if (column !== undefined && isColumn(column) && !columns.has(column)) columns.set(column, i);
  });
  return columns.has('text') ? columns : null;
}

function isColumn(column: string): column is ReplyColumn {
  return Object.hasOwn(columnNames, column);
}
