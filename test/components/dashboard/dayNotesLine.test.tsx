import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DayNotesLine } from '@/components/dashboard/today/DayNotesLine';
import type { DayNotes } from '@/lib/domain/dayNotes';
import { renderPage } from './renderPage';

const nothing: DayNotes = {
  pauses: [],
  excluded: { advertiser: 0, internal: 0 },
  transferredIn: { turns: 0, customerMs: null, agentMs: null },
};
const show = (notes: Partial<DayNotes>, figures = { offDuty: 0, offDutyReplyRate: null as number | null }) =>
  renderPage(<DayNotesLine notes={{ ...nothing, ...notes }} figures={figures} timeZone="Asia/Shanghai" />);

it('is not there while there is nothing to say', () => {
  show({});
  expect(screen.queryByRole('region')).toBeNull();
});

it('counts what is off duty and left out, and times what was transferred in for both sides', () => {
  const transferredIn = { turns: 4, customerMs: 35_000, agentMs: 12_400 };
  show({ excluded: { advertiser: 3, internal: 1 }, transferredIn }, { offDuty: 2, offDutyReplyRate: 0.5 });
  expect(screen.getByRole('region', { name: '数据以外' }).textContent).toBe(
    '下班后 2 轮 (回复率 50.0%) · 标为广告 3 轮 · 内部账号 1 轮 · 转入 4 轮:顾客等了 35.0 秒,我用了 12.4 秒',
  );
});

it('opens into the pauses, each with who was waiting', async () => {
  const from = Date.parse('2026-11-11T12:05:00Z');
  const { user } = show({
    pauses: [
      { from, to: from + 600_000, minutes: 10, waiting: ['王*萍', '李*'] },
      { from: from + 3_600_000, to: from + 4_080_000, minutes: 8, waiting: [] },
    ],
  });
  const summary = screen.getByText('暂停 2 次,共 18 分钟');
  await user.click(summary);
  expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    '20:05–20:15,10 分钟 2 人在等:王*萍 李*',
    '21:05–21:13,8 分钟 没人在等',
  ]);
});
