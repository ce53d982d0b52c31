import type { ReactNode } from 'react';
import { DashboardFrame, type DashboardFrameProps } from '@/components/dashboard/DashboardFrame';
import type { DashboardPage } from '@/components/dashboard/dashboardPage';
import { DiagnosticsPage } from '@/components/dashboard/diagnostics/DiagnosticsPage';
import { ExportPage } from '@/components/dashboard/export/ExportPage';
import { SettingsPage } from '@/components/dashboard/settings/SettingsPage';
import { TodayPage, type TodayPageProps } from '@/components/dashboard/today/TodayPage';
import { Welcome } from '@/components/dashboard/Welcome';
import { WorkbenchesPage } from '@/components/dashboard/workbenches/WorkbenchesPage';
import type { WorkbenchTab } from '@/lib/domain/live';
import { DAILY_REPORT_FIELDS } from '@/lib/domain/settings';
import { dailyReport } from '@/lib/exports/dailyReport';
import { createTranslator } from '@/lib/i18n/translator';
import { withExempt } from '@/lib/metrics/profiles/exemptDays';
import { pinduoduo } from '@/lib/metrics/profiles/pinduoduo';
import { customProfile, infoOf, profileInfos } from '@/lib/metrics/profiles/registry';
import { targetsFor } from '@/lib/metrics/targets';
import { defaultSettings } from '@/lib/settings/schema';
import { calibration } from './calibrationScene';
import { replyScenes } from './replyScenes';
import { emptyToday, sampleExplained, sampleMessages, sampleNow, sampleRows, sampleToday } from './sampleDay';
import { figurePage, sampleAllFigures, sampleTodayProps } from './sampleFigures';

const nothing = (): void => {};
const { profile } = pinduoduo;
const targets = targetsFor('pinduoduo');
const timeZone = 'Asia/Shanghai';
const { t } = createTranslator('zh-CN', 'zh');

const settings = {
  ...defaultSettings(),
  consentedAt: sampleNow - 86_400_000 * 9,
  persons: ['小雨', '阿明', '晓晓'],
  person: '小雨',
  sharedAccounts: ['b'],
  internalCustomers: ['旗舰店质检', '推广合作-阿力'],
  shifts: [
    { name: '早班', fromMinute: 540, toMinute: 1020, days: [1, 2, 3, 4, 5] },
    { name: '晚班', fromMinute: 1020, toMinute: 60, days: [1, 2, 3, 4, 5, 6, 7] },
  ],
  targetOverrides: { averageResponse: 16_000 },
};

function tab(tabId: number, change: Partial<WorkbenchTab>): WorkbenchTab {
  return {
    tabId,
    origin: 'https://mms.pinduoduo.com',
    windowId: 1,
    workbenchId: 'pinduoduo',
    workbenchName: '拼多多',
    account: '花间:小雨',
    shop: '花间旗舰店',
    status: { state: 'recording' },
    ...change,
  };
}

const tabs: WorkbenchTab[] = [
  tab(1, {}),
  tab(2, { workbenchName: 'Converse.js', account: 'agent@localhost', shop: null }),
];
const brokenTabs: WorkbenchTab[] = [
  ...tabs,
  tab(3, {
    workbenchName: '飞鸽',
    status: { state: 'notReading', since: sampleNow - 3_750_000, problem: 'loggedInElsewhere' },
  }),
  tab(4, {
    workbenchName: 'Chatwoot',
    account: null,
    shop: null,
    status: { state: 'notReading', since: sampleNow - 1_250_000, problem: 'noList' },
  }),
  tab(5, {
    workbenchName: '淘宝 / 1688 网页旺旺',
    account: null,
    shop: null,
    status: { state: 'notReading', since: sampleNow - 250_000, problem: 'asksForSeller' },
  }),
];

function frame(page: DashboardPage, content: ReactNode, change: Partial<DashboardFrameProps> = {}): ReactNode {
  return (
    <DashboardFrame
      page={page}
      onPage={nothing}
      consented
      pausedAt={null}
      tabs={tabs}
      storageProblem={null}
      persons={settings.persons}
      person={settings.person}
      timeZone={timeZone}
      onPerson={nothing}
      onPause={nothing}
      {...change}
    >
      {content}
    </DashboardFrame>
  );
}

function today(count: number, open: number | null = null, change: Partial<TodayPageProps> = {}): ReactNode {
  const rows = sampleRows(count, profile);
  const row = open === null ? undefined : rows[open];
  return (
    <TodayPage
      today={count === 0 ? emptyToday : sampleToday}
      targets={targets}
      profile={profile}
      rows={rows}
      notes={{
        pauses: [{ from: sampleNow - 7_200_000, to: sampleNow - 6_600_000, minutes: 10, waiting: ['王*萍', '李*'] }],
        excluded: { advertiser: 3, internal: 1 },
        transferredIn: { turns: 4, customerMs: 35_000, agentMs: 12_400 },
      }}
      slowTurnMs={60_000}
      openKey={row?.key ?? null}
      messages={row === undefined ? null : sampleMessages(row.turn)}
      onOpen={nothing}
      {...sampleTodayProps}
      {...change}
    />
  );
}

const exportPage = (
  <ExportPage
    today="2026-11-11"
    summary={{ from: '2026-11-11', to: '2026-11-11', turns: 190, days: 1 }}
    onSpan={nothing}
    onExport={nothing}
    running={false}
    reportLine={dailyReport(
      settings.dailyReport,
      {
        date: '2026-11-11',
        shift: '晚班',
        person: '小雨',
        figures: sampleToday.figures,
        customers: sampleToday.customers,
        coverage: sampleToday.coverage,
        withinSeconds: 180,
        ownSeconds: null,
        corrections: null,
      },
      t,
    )}
    reportFields={DAILY_REPORT_FIELDS.slice(0, 10)}
    onReportFields={nothing}
    onCopyReport={nothing}
    copied={false}
  />
);

/** Of every picture of the settings. */
const settingsActions = {
  onChange: nothing,
  profiles: profileInfos,
  targets,
  timeZone,
  onConsent: nothing,
  onUnmarkText: nothing,
  onRenamePerson: nothing,
  onCorrectPerson: nothing,
  storage: { used: 12_400_000, available: 48_200_000_000 },
  today: '2026-11-11',
  deleting: false,
  onDeleteHistory: nothing,
  onCopyProfile: nothing,
  onImportProfile: nothing,
};

const settingsPage = (
  <SettingsPage
    {...settingsActions}
    workbenches={[{ id: 'pinduoduo', name: '拼多多' }]}
    settings={settings}
    current={pinduoduo}
    shops={['花间旗舰店', '花间女装']}
    automaticTexts={[
      {
        id: 2,
        at: sampleNow,
        text: '亲,欢迎光临花间旗舰店,客服小雨很高兴为您服务,请问有什么可以帮您的吗?',
        accountName: '拼多多 · 花间:小雨',
      },
      { id: 1, at: sampleNow - 86_400_000, text: null, accountName: 'Converse.js · chat.example.com' },
    ]}
    accounts={[
      { key: 'a', workbenchName: '拼多多', account: '花间:小雨', host: 'mms.pinduoduo.com' },
      { key: 'b', workbenchName: 'Converse.js', account: null, host: 'chat.example.com' },
    ]}
    corrected={24}
    editor={null}
    rederivation={null}
  />
);

const ownProfile = withExempt(customProfile(profile, { name: '拼多多 · 按后台改' }), {
  from: '2026-11-11',
  to: '2026-11-12',
  reason: '大促',
});
const settingsWithOwn = (
  <SettingsPage
    {...settingsActions}
    settings={{ ...settings, profileId: 'custom', customProfiles: [ownProfile] }}
    current={infoOf(ownProfile)}
    workbenches={[]}
    shops={[]}
    automaticTexts={[]}
    accounts={[]}
    corrected={null}
    editor={{
      profile: ownProfile,
      browserZone: 'Europe/Berlin',
      onSave: nothing,
      onDelete: nothing,
      onExport: nothing,
    }}
    rederivation={{ done: 120, total: 340 }}
  />
);

const supported = [
  ['pinduoduo', '拼多多', 'https://mms.pinduoduo.com/chat-merchant/*', true],
  ['converse', 'Converse.js', null, null],
  ['playground', '演练场', 'http://localhost/*', false],
] as const;

const workbenchesPage = (open: WorkbenchTab[]) => (
  <WorkbenchesPage
    tabs={open}
    supported={supported.map(([id, name, match, allowed]) => ({
      id,
      name: { zh: name, en: name },
      matches: match === null ? [] : [match],
      status: { state: id === 'converse' ? 'confirmed' : 'documented', date: '2026-11-20' },
      allowed,
    }))}
    origins={open.length === 0 ? {} : { 'https://chat.example.com': { account: '客服1', shop: null } }}
    timeZone={timeZone}
    openPages={
      open.length === 0
        ? null
        : [{ tabId: 9, title: '客服中心 – 山野集', host: 'kefu.example.com', patterns: ['https://kefu.example.com/*'] }]
    }
    added={open.length > 2 ? { host: 'kefu.example.com', outcome: 'teaching', frame: null } : null}
    taught={
      open.length === 0
        ? []
        : [
            {
              id: 'own-kefu.example.com',
              origin: 'https://kefu.example.com',
              name: 'kefu.example.com',
              savedAt: sampleNow - 86_400_000,
              confidence: 0.92,
              repairs: false,
              tabId: 9,
            },
            {
              id: 'pinduoduo',
              origin: 'https://mms.pinduoduo.com',
              name: '拼多多',
              savedAt: sampleNow - 3_600_000,
              confidence: 0.88,
              repairs: true,
              tabId: null,
            },
          ]
    }
    importing={open.length > 2 ? { kind: 'notAdapter', where: 'adapter.transcript.list' } : null}
    roles={open.length === 0 ? {} : { 'https://chat.1688.com': 'seller' }}
    onGoTo={nothing}
    onAllow={nothing}
    onOrigins={nothing}
    onNameShop={nothing}
    onListPages={nothing}
    onAddPage={nothing}
    onTeach={nothing}
    onExport={nothing}
    onDelete={nothing}
    onImport={nothing}
    onSeller={nothing}
  />
);

const diagnosticsPage = (broken: boolean) => (
  <DiagnosticsPage
    version="0.1.0"
    storageProblem={broken ? '磁盘满了' : null}
    storage={{ used: 12_400_000, available: 48_200_000_000 }}
    counts={{ entries: 18_240, turns: 4_312, gaps: 12 }}
    settingsProblems={broken ? [{ path: 'overlay.size', reason: 'Invalid option' }] : []}
    errors={
      broken
        ? [
            {
              key: 'a',
              at: sampleNow - 90_000,
              times: 3,
              where: '存储',
              what: '写不进去:磁盘满了。20:04 起的消息没记上。腾出空间后会自己恢复',
            },
          ]
        : []
    }
    timeZone={timeZone}
    onCopy={nothing}
    copied={false}
  />
);

/** Every picture of the dashboard, by name. */
export const scenes: Record<string, () => ReactNode> = {
  welcome: () => <Welcome onStart={nothing} />,
  'today-empty': () => frame('today', today(0), { tabs: [] }),
  'today-typical': () => frame('today', today(190)),
  'today-open': () => frame('today', today(190, 4)),
  'today-explained': () => {
    const rows = sampleRows(190, profile).map((row, n) => ({ ...row, review: n % 60 === 4 }));
    const row = rows[4];
    if (row === undefined) return null;
    const messages = sampleExplained(row.turn);
    return frame('today', today(190, null, { rows, openKey: row.key, messages, startFilter: { review: true } }));
  },
  'today-all': () => frame('today', today(190, null, { shown: 'all', all: sampleAllFigures })),
  'today-rederiving': () => frame('today', today(190, null, { rederiving: { done: 120, total: 400 } })),
  figure: () => frame('today', figurePage({ figure: 'averageResponseMs' })),
  'figure-within': () => frame('today', figurePage({ figure: 'within', seconds: 180 })),
  'figure-corrected': () => frame('today', figurePage({ figure: 'averageResponseMs' }, 2)),
  'figure-coverage': () => frame('today', figurePage({ figure: 'coverage' })),
  'today-5000': () => frame('today', today(5000)),
  'today-problem': () => frame('today', today(12), { tabs: brokenTabs }),
  'today-paused': () => frame('today', today(12), { pausedAt: sampleNow - 600_000 }),
  'calibration-empty': () => frame('calibration', calibration('empty')),
  'calibration-sources': () => frame('calibration', calibration('empty')),
  'calibration-typical': () => frame('calibration', calibration('typical')),
  'calibration-draft': () => frame('calibration', calibration('draft')),
  'calibration-unknown': () => frame('calibration', calibration('unknown')),
  'calibration-open': () => frame('calibration', calibration('open')),
  'calibration-rederiving': () => frame('calibration', calibration('rederiving')),
  ...Object.fromEntries(
    Object.entries(replyScenes).map(([name, scene]) => [name, () => frame('replies', scene())] as const),
  ),
  export: () => frame('export', exportPage),
  settings: () => frame('settings', settingsPage),
  'settings-below': () => frame('settings', settingsPage),
  'settings-words': () => frame('settings', settingsPage),
  'settings-profile': () => frame('settings', settingsWithOwn),
  'settings-profile-below': () => frame('settings', settingsWithOwn),
  workbenches: () => frame('workbenches', workbenchesPage(brokenTabs), { tabs: brokenTabs }),
  'workbenches-empty': () => frame('workbenches', workbenchesPage([]), { tabs: [] }),
  diagnostics: () => frame('diagnostics', diagnosticsPage(false)),
  'diagnostics-broken': () => frame('diagnostics', diagnosticsPage(true), { storageProblem: '磁盘满了' }),
};
