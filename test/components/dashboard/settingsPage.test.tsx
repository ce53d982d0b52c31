import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage, type SettingsPageProps } from '@/components/dashboard/settings/SettingsPage';
import type { Settings } from '@/lib/domain/settings';
import { pinduoduo } from '@/lib/metrics/profiles/pinduoduo';
import { profileInfos } from '@/lib/metrics/profiles/registry';
import { targetsFor } from '@/lib/metrics/targets';
import { defaultSettings, parseSettings } from '@/lib/settings/schema';
import { renderPage, useLayout } from './renderPage';

/** Keeps what is changed, as the store does, and checks that the schema would take it. */
function Stateful({
  start,
  onChange,
  ...rest
}: { start: Settings; onChange: (settings: Settings) => void } & Partial<
  Omit<SettingsPageProps, 'onChange' | 'settings'>
>) {
  const [settings, setSettings] = useState(start);
  return (
    <SettingsPage
      settings={settings}
      onChange={(change) => {
        const next = { ...settings, ...change };
        expect(parseSettings(next).problems).toEqual([]);
        setSettings(next);
        onChange(next);
      }}
      shops={['花间']}
      profiles={profileInfos}
      current={pinduoduo}
      targets={targetsFor('pinduoduo')}
      timeZone="Asia/Shanghai"
      workbenches={[{ id: 'pinduoduo', name: '拼多多' }]}
      onConsent={vi.fn()}
      automaticTexts={[]}
      onUnmarkText={vi.fn()}
      accounts={[]}
      corrected={null}
      onRenamePerson={vi.fn()}
      onCorrectPerson={vi.fn()}
      storage={{ used: 12_400_000, available: null }}
      today="2026-11-11"
      deleting={false}
      onDeleteHistory={vi.fn()}
      onCopyProfile={vi.fn()}
      onImportProfile={vi.fn()}
      editor={null}
      rederivation={null}
      {...rest}
    />
  );
}

function open(change: Partial<Settings> = {}, props: Partial<Omit<SettingsPageProps, 'onChange' | 'settings'>> = {}) {
  const onChange = vi.fn<(settings: Settings) => void>();
  const view = renderPage(<Stateful start={{ ...defaultSettings(), ...change }} {...props} onChange={onChange} />);
  return { ...view, latest: () => onChange.mock.lastCall?.[0] };
}

describe('settings page', () => {
  useLayout();

  it('says in three lines what is stored, and starts and stops recording', async () => {
    const onConsent = vi.fn();
    const first = open({}, { onConsent });
    const card = within(screen.getByRole('region', { name: '记录' }));
    expect(card.getAllByRole('listitem')).toHaveLength(3);
    await first.user.click(card.getByRole('button', { name: '开始记录' }));
    expect(onConsent).toHaveBeenLastCalledWith(true);
  });

  it('stops recording', async () => {
    const onConsent = vi.fn();
    const { user } = open({ consentedAt: Date.parse('2026-11-02T12:05:00Z') }, { onConsent });
    expect(screen.getByText('2026-11-02 20:05 开始的')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '停止记录' }));
    expect(onConsent).toHaveBeenLastCalledWith(false);
  });

  it('takes persons, once each, and takes one off duty with the list', async () => {
    const { user, latest } = open({ persons: ['小雨'], person: '小雨' });
    const field = screen.getByRole('textbox', { name: '新的值班人' });
    await user.type(field, '小雨');
    expect(screen.getByText('名单里已经有小雨')).toBeDefined();
    await user.clear(field);
    await user.type(field, ' 阿明 {Enter}');
    expect(latest()?.persons).toEqual(['小雨', '阿明']);
    await user.selectOptions(screen.getByRole('combobox', { name: '现在是谁在岗' }), '阿明');
    expect(latest()?.person).toBe('阿明');
    await user.click(screen.getByRole('button', { name: '去掉阿明' }));
    expect(latest()).toMatchObject({ persons: ['小雨'], person: null });
  });

  it('renames a person, but not to a name that somebody has or had', async () => {
    const onRenamePerson = vi.fn();
    const { user } = open({ persons: ['小雨', '林'], renamedPersons: { 阿林: '林' } }, { onRenamePerson });
    await user.click(screen.getByRole('button', { name: '改小雨的名字' }));
    const field = screen.getByRole('textbox', { name: '小雨的新名字' });
    await user.clear(field);
    await user.type(field, '林{Enter}');
    expect(screen.getByText('名单里已经有林')).toBeDefined();
    await user.clear(field);
    await user.type(field, '阿林{Enter}');
    expect(screen.getByText('阿林是别人以前的名字,换一个')).toBeDefined();
    expect(onRenamePerson).not.toHaveBeenCalled();
    await user.clear(field);
    await user.type(field, '林小雨{Enter}');
    expect(onRenamePerson.mock.calls).toEqual([['小雨', '林小雨']]);
  });

  it('says afterwards whose work a stretch of the day was', async () => {
    const onCorrectPerson = vi.fn();
    const { user } = open({ persons: ['小雨', '阿明'] }, { onCorrectPerson, corrected: 24 });
    fireEvent.change(screen.getByLabelText('从几点'), { target: { value: '22:30' } });
    fireEvent.change(screen.getByLabelText('到几点'), { target: { value: '01:00' } });
    await user.selectOptions(screen.getByRole('combobox', { name: '改成谁' }), '阿明');
    await user.click(screen.getByRole('button', { name: '改过来' }));
    expect(onCorrectPerson.mock.calls).toEqual([
      [{ date: '2026-11-11', fromMinute: 1350, toMinute: 60, person: '阿明' }],
    ]);
    expect(screen.getByRole('status').textContent).toBe('改了 24 条消息');
  });

  it('takes shifts: hours when their field is left, days of the week at once', async () => {
    const { user, latest } = open();
    await user.click(screen.getByRole('button', { name: '加一个班次' }));
    const everyDay = [1, 2, 3, 4, 5, 6, 7];
    expect(latest()?.shifts).toEqual([{ name: '早班', fromMinute: 540, toMinute: 1020, days: everyDay }]);
    const early = within(screen.getByRole('group', { name: '早班' }));
    const end = early.getByLabelText('下班时间');
    fireEvent.change(end, { target: { value: '17:30' } });
    expect(latest()?.shifts[0]?.toMinute).toBe(1020);
    fireEvent.blur(end);
    expect(latest()?.shifts[0]?.toMinute).toBe(1050);
    fireEvent.change(end, { target: { value: '' } });
    fireEvent.blur(end);
    expect(latest()?.shifts[0]?.toMinute).toBe(1050);
    await user.click(early.getByRole('button', { name: '周日' }));
    expect(latest()?.shifts[0]?.days).toEqual([1, 2, 3, 4, 5, 6]);
    await user.click(screen.getByRole('button', { name: '加一个班次' }));
    expect(latest()?.shifts[1]).toEqual({ name: '晚班', fromMinute: 1050, toMinute: 60, days: [1, 2, 3, 4, 5, 6] });
    expect(screen.getByText('到第二天')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '去掉早班' }));
    expect(latest()?.shifts.map(({ name }) => name)).toEqual(['晚班']);
  });

  it('marks an account as shared, and takes customers who do not count, once each', async () => {
    const accounts = [{ key: 'k', workbenchName: '拼多多', account: '花间:小雨', host: 'mms.pinduoduo.com' }];
    const { user, latest } = open({}, { accounts });
    const whose = within(screen.getByRole('group', { name: '花间:小雨 是谁在用' }));
    expect(whose.getByRole<HTMLInputElement>('radio', { name: '只有我用' }).checked).toBe(true);
    await user.click(whose.getByRole('radio', { name: '多人共用' }));
    expect(latest()?.sharedAccounts).toEqual(['k']);
    await user.click(whose.getByRole('radio', { name: '只有我用' }));
    expect(latest()?.sharedAccounts).toEqual([]);
    const field = screen.getByRole('textbox', { name: '名字或编号' });
    await user.type(field, ' 旗舰店质检 {Enter}');
    expect(latest()?.internalCustomers).toEqual(['旗舰店质检']);
    await user.type(field, '旗舰店质检{Enter}');
    expect(screen.getByText('名单里已经有旗舰店质检')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '旗舰店质检照常算' }));
    expect(latest()?.internalCustomers).toEqual([]);
  });

  it('shows the platform’s targets with their source and date, and takes one’s own', async () => {
    const { user, latest } = open();
    const row = within(screen.getByRole('row', { name: /平均响应/ }));
    expect(row.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(
      expect.arrayContaining(['35秒', '25秒', '18秒']),
    );
    expect(within(screen.getByRole('row', { name: /3分钟人工回复率/ })).getByText('考核')).toBeDefined();
    expect(screen.getAllByText(/来源:.*查证/).length).toBe(2);
    const own = screen.getByRole('textbox', { name: '平均响应的目标,秒' });
    await user.type(own, '12.5');
    expect(latest()?.targetOverrides).toEqual({ averageResponse: 12_500 });
    await user.type(screen.getByRole('textbox', { name: '3分钟人工回复率的目标,%' }), '99.5');
    expect(latest()?.targetOverrides).toEqual({ averageResponse: 12_500, within: 0.995 });
    await user.click(screen.getByRole('button', { name: '平均响应改回平台的目标' }));
    expect(latest()?.targetOverrides).toEqual({ within: 0.995 });
  });

  it('keeps an unusable number in its field, says so, and changes nothing', async () => {
    const { user, latest } = open();
    const own = screen.getByRole('textbox', { name: '回复率的目标,%' });
    await user.type(own, '0');
    expect(own.getAttribute('aria-invalid')).toBe('true');
    expect(latest()).toBeUndefined();
    const slow = screen.getByRole('textbox', { name: '慢响应超过' });
    await user.clear(slow);
    expect(slow.getAttribute('aria-invalid')).toBe('true');
    await user.type(slow, '45');
    expect(latest()?.slowTurnMs).toBe(45_000);
  });

  it('shows how the profile counts, and what is assumed', async () => {
    const { user, latest } = open();
    await user.click(screen.getByText(/怎么算$/));
    const rules = screen.getByRole('group', { name: '' });
    expect(rules.textContent).toContain('8:00–23:00,看轮次开始');
    expect(within(rules).getAllByText('推定').length).toBeGreaterThan(0);
    await user.selectOptions(screen.getByRole('combobox', { name: '口径' }), 'taobao');
    expect(latest()?.profileId).toBe('taobao');
  });

  it('changes retention, language, theme, overlay and reminders', async () => {
    const { user, latest } = open();
    await user.selectOptions(screen.getByRole('combobox', { name: '消息文字保存' }), '不存文字');
    expect(latest()?.retentionDays).toBe(0);
    await user.click(screen.getByRole('radio', { name: 'English' }));
    await user.click(screen.getByRole('radio', { name: '深色' }));
    await user.click(screen.getByRole('radio', { name: '大' }));
    await user.click(screen.getByRole('checkbox', { name: '在工作台上显示' }));
    expect(latest()).toMatchObject({ language: 'en', theme: 'dark', overlay: { size: 'large', shown: false } });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '提示音' }).checked).toBe(false);
    await user.click(screen.getByRole('checkbox', { name: '提示音' }));
    await user.click(screen.getByRole('checkbox', { name: '免打扰时段' }));
    expect(latest()?.reminders).toMatchObject({ tone: true, quietHours: { fromMinute: 1320, toMinute: 480 } });
    await user.click(screen.getByRole('radio', { name: '等最久优先' }));
    expect(latest()?.peakSort).toBe('longest');
  });

  it('deletes only after asking again', async () => {
    const onDeleteHistory = vi.fn();
    const { user } = open({}, { onDeleteHistory });
    expect(screen.getByText('12.4 MB')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '删除…' }));
    const ask = within(screen.getByRole('alertdialog'));
    expect(ask.getByText('删掉 2026-11-11 以前的全部记录?不能撤销。')).toBeDefined();
    await user.click(ask.getByRole('button', { name: '取消' }));
    expect(onDeleteHistory).not.toHaveBeenCalled();
    await user.click(screen.getByRole('radio', { name: '全部删除' }));
    await user.click(screen.getByRole('button', { name: '删除…' }));
    await user.click(screen.getByRole('button', { name: '确认删除' }));
    expect(onDeleteHistory).toHaveBeenCalledWith(null);
  });
});
