import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ComparisonCard, type ComparisonCardProps } from '@/components/dashboard/calibration/ComparisonCard';
import type { DayShown, ExplainingShown, OpenTurn } from '@/components/dashboard/calibration/comparisonRows';
import { ImportCard } from '@/components/dashboard/calibration/ImportCard';
import { ProfileEditor } from '@/components/dashboard/settings/profile/ProfileEditor';
import { toTurnRow } from '@/components/dashboard/today/turnRow';
import type { OpenedMessage } from '@/lib/domain/openedMessage';
import type { Profile } from '@/lib/domain/profile';
import { reportFormats } from '@/lib/exports/reports/reportFormats';
import { customProfile, profileOf } from '@/lib/metrics/profiles/registry';
import { turnOf } from '../../unit/metrics/turnOf';
import { renderPage, useLayout } from './renderPage';

const day: DayShown = {
  date: '2026-11-10',
  coverage: 0.98,
  unfit: null,
  rows: [
    { figure: 'averageResponseMs', theirs: 31_000, ours: [{ value: 29_700, difference: -1_300 }] },
    { figure: 'customers', theirs: 3, ours: [{ value: 3, difference: 0 }] },
    { figure: 'satisfaction', theirs: 0.96, ours: null },
  ],
};

const message: OpenedMessage = {
  key: 'm',
  at: 0,
  author: 'customer',
  text: '在吗',
  recalled: false,
  review: false,
  precision: 'seen',
  closing: 'no',
  perfunctory: false,
  openedAt: null,
  firstKeyAt: null,
  corrected: {},
};

const closed: OpenTurn = {
  key: null,
  messages: null,
  correcting: { onCorrect: vi.fn(), onMarkText: vi.fn(), onUndo: vi.fn(), perfunctorySinceMs: null },
  onOpen: vi.fn(),
};

function comparison(change: Partial<ComparisonCardProps> = {}) {
  const agent = { key: 'a', agent: '阿月', workbenchName: null, subject: { kind: 'everyone' } as const };
  return (
    <ComparisonCard
      agents={[agent]}
      agent={agent}
      subjects={[{ kind: 'person', person: '小雨' }, { kind: 'everyone' }]}
      profiles={[{ id: 'jd', name: '京东口径' }]}
      live={{ id: 'jd', name: '京东口径' }}
      otherId={null}
      days={[day]}
      open={null}
      openTurn={closed}
      timeZone="Asia/Shanghai"
      onAgent={vi.fn()}
      onSubject={vi.fn()}
      onOther={vi.fn()}
      onOpen={vi.fn()}
      {...change}
    />
  );
}

describe('calibration', () => {
  useLayout();

  it('says theirs, ours and the difference in words, and what only the platform has', async () => {
    const onOpen = vi.fn();
    const { user } = renderPage(comparison({ onOpen }));
    const cells = (name: RegExp) =>
      within(screen.getByRole('row', { name }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(cells(/^平均响应/)).toEqual(['31.0 秒', '29.7 秒', '秒回少 1.3 秒', '差在哪']);
    expect(cells(/^接待人数/)).toEqual(['3', '3', '一样', '']);
    expect(cells(/^满意率/)).toEqual(['96.0%', '只有后台有', '']);
    await user.click(screen.getByRole('button', { name: '2026-11-10 平均响应差在哪' }));
    expect(onOpen).toHaveBeenCalledWith({ date: '2026-11-10', figure: 'averageResponseMs' });
  });

  it('lists the turns that could explain it, each with its reason and its messages', async () => {
    const turn = turnOf(50_000, { conversationId: 'c' });
    const conversation = { name: '王小萍', shop: null, advertiser: false };
    const explained: ExplainingShown = {
      row: toTurnRow({ turn, conversation, workbenchName: '京东', profile: profileOf('jd') }),
      reason: 'outsideWindow',
      doubts: ['windowEdge', 'automatic'],
      value: 30_400,
    };
    const open = { date: day.date, figure: 'averageResponseMs' as const, turns: [explained] };
    const onOpen = vi.fn();
    const { user, update } = renderPage(comparison({ open, openTurn: { ...closed, onOpen } }));
    const [item] = within(screen.getByRole('list', { name: '差在哪' })).getAllByRole('listitem');
    expect(item?.textContent).toContain('王*萍');
    expect(item?.textContent).toContain('秒回没算,后台可能算了:算上是 30.4 秒');
    expect(item?.textContent).toContain('不在统计时段 · 开始在统计时段的边上 · 第一句回复可能是自动的');
    await user.click(screen.getByRole('button', { name: /^展开 .* 王\*萍 的轮次$/ }));
    expect(onOpen).toHaveBeenCalledWith(explained.row.key);
    update(comparison({ open, openTurn: { ...closed, key: explained.row.key, messages: [message] } }));
    expect(screen.getByRole('list', { name: '消息' }).textContent).toContain('在吗');
  });

  it('takes a typed figure only when it can be read', async () => {
    const onTyped = vi.fn();
    const { user } = renderPage(
      <ImportCard
        onFile={vi.fn()}
        fileProblem={null}
        reports={reportFormats.map(({ name, basis }) => ({ name: name.zh, basis }))}
        today="2026-11-11"
        knownAgents={['阿月']}
        workbenches={[]}
        readValue={(_, text) => (text === '12.5' ? 12_500 : null)}
        onTyped={onTyped}
      />,
    );
    const value = screen.getByRole('textbox', { name: '后台' });
    await user.type(value, '12');
    expect(screen.getByText('填成 12.5、1分20秒、95% 这样')).toBeDefined();
    await user.type(value, '.5');
    await user.click(screen.getByRole('button', { name: '记下' }));
    const line = { agent: '阿月', date: '2026-11-11', figures: { averageResponseMs: 12_500 } };
    expect(onTyped).toHaveBeenCalledWith(line, null);
  });
});

describe('profile editor', () => {
  useLayout();

  it('edits parameters and days that do not count, and saves them as a whole', async () => {
    const onSave = vi.fn<(profile: Profile) => void>();
    const profile = customProfile(profileOf('taobao'), { name: '我的' });
    const { user } = renderPage(
      <ProfileEditor
        profile={profile}
        browserZone="Europe/Berlin"
        onSave={onSave}
        onDelete={vi.fn()}
        onExport={vi.fn()}
      />,
    );
    const save = screen.getByRole<HTMLButtonElement>('button', { name: '存下并重算' });
    expect(save.disabled).toBe(true);
    await user.selectOptions(screen.getByRole('combobox', { name: '从哪条消息起算' }), '顾客最后一条');
    await user.clear(screen.getByRole('textbox', { name: '单轮封顶' }));
    await user.click(screen.getByRole('button', { name: '用这台电脑的:Europe/Berlin' }));
    await user.type(screen.getByLabelText('从哪天'), '2026-11-11');
    await user.type(screen.getByLabelText('到哪天'), '2026-11-12');
    await user.type(screen.getByRole('textbox', { name: '原因' }), '大促');
    await user.click(screen.getByRole('button', { name: '加上' }));
    await user.click(save);
    expect(onSave).toHaveBeenCalledWith({
      ...profile,
      clock: 'lastMessage',
      capMs: null,
      timeZone: 'Europe/Berlin',
      exemptDays: ['2026-11-11', '2026-11-12'],
      exemptReasons: { '2026-11-11': '大促', '2026-11-12': '大促' },
    });
  });
});
