import { CalibrationPage, type CalibrationPageProps } from '@/components/dashboard/calibration/CalibrationPage';
import type { DayShown } from '@/components/dashboard/calibration/comparisonRows';
import type { DraftCardProps } from '@/components/dashboard/calibration/DraftCard';
import { toTurnRow } from '@/components/dashboard/today/turnRow';
import { readReport } from '@/lib/exports/reports/readReport';
import { plainHeading, recogniseReport } from '@/lib/exports/reports/recogniseReport';
import { assumedHeadings, reportFormats } from '@/lib/exports/reports/reportFormats';
import { reportTable } from '@/lib/exports/reports/reportTable';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { sampleMessages, sampleNow, sampleTurn } from './sampleDay';

const nothing = (): void => {};
const live = { id: 'pinduoduo', name: '拼多多口径' };

const csv = `统计日期,子账号,咨询人数,3分钟人工回复率,30秒应答率,平均人工响应时长,客服满意度
2026-11-09,花间:小雨,182,99.1%,88.1%,00:00:31,96%
2026-11-10,花间:小雨,175,98.4%,86.0%,29,97.5%
2026-11-10,花间:阿明,90,快,84.0%,40,95%
合计,,447,,,,`;
const unknown = '哪天,谁,多快\n2026-11-10,小雨,14.6\n2026-11-10,阿明,22.1\n';

function draftOf(name: string, text: string): DraftCardProps {
  const rows = reportTable(text);
  const found = recogniseReport(rows);
  const mapping = { headerRow: found?.headerRow ?? 0, columns: found?.columns ?? {}, units: found?.units ?? {} };
  const format = found?.format ?? null;
  const whole = { agent: '', date: '2026-11-10' };
  return {
    draft: {
      name,
      rows,
      format: format === null ? null : { id: format.id, name: format.name, basis: format.basis },
      assumed:
        format === null ? [] : assumedHeadings(format, rows[mapping.headerRow] ?? [], mapping.columns, plainHeading),
      remembered: false,
      mapping,
      workbenchId: format?.workbenchId ?? null,
      whole,
      ...readReport(rows, mapping, whole),
    },
    today: '2026-11-11',
    workbenches: [{ id: 'pinduoduo', name: '拼多多' }],
    saving: false,
    onDraft: nothing,
    onSave: nothing,
    onDiscard: nothing,
  };
}

function day(date: string, shift: number, change: Partial<DayShown> = {}): DayShown {
  return {
    date,
    coverage: 0.98,
    unfit: null,
    rows: [
      { figure: 'within180', theirs: 0.991, ours: [{ value: 0.9876, difference: -0.0034 }] },
      { figure: 'averageResponseMs', theirs: 31_000, ours: [{ value: 31_000 + shift, difference: shift }] },
      { figure: 'customers', theirs: 182, ours: [{ value: 182, difference: 0 }] },
      { figure: 'satisfaction', theirs: 0.96, ours: null },
    ],
    ...change,
  };
}

const two = (rows: DayShown['rows']): DayShown['rows'] =>
  rows.map((row) => ({ ...row, ours: row.ours === null ? null : [...row.ours, ...row.ours] }));

/** 和后台对数 with what it holds. */
export function calibration(state: 'empty' | 'typical' | 'draft' | 'unknown' | 'open' | 'rederiving') {
  const days = [
    day('2026-11-10', -1_300),
    day('2026-11-09', 2_400, { coverage: 0.62, unfit: 'notWhole' }),
    day('2026-11-08', 0),
  ];
  const agents = [
    {
      key: 'a',
      agent: '花间:小雨',
      workbenchName: '拼多多',
      subject: { kind: 'account', account: '花间:小雨' } as const,
    },
  ];
  const open: CalibrationPageProps['comparison']['open'] =
    state === 'open'
      ? {
          date: '2026-11-10',
          figure: 'averageResponseMs',
          turns: [0, 1, 2].map((index) => ({
            row: toTurnRow({
              turn: sampleTurn(20 + index, { startedAt: sampleNow - 86_400_000 - index * 3_000_000 }),
              conversation: { name: ['王小萍', '李四', '欧阳娜娜'][index] ?? null, shop: null, advertiser: false },
              workbenchName: '拼多多',
              profile: profileOf('pinduoduo'),
            }),
            reason: index === 0 ? 'outsideWindow' : null,
            doubts: index === 0 ? ['windowEdge'] : index === 1 ? ['automatic'] : [],
            value: 30_400 + index * 300,
          })),
        }
      : null;
  return (
    <CalibrationPage
      importing={{
        onFile: nothing,
        fileProblem: state === 'empty' ? 'oldExcel' : null,
        reports: reportFormats.map(({ name, basis }) => ({ name: name.zh, basis })),
        today: '2026-11-11',
        knownAgents: ['花间:小雨'],
        workbenches: [{ id: 'pinduoduo', name: '拼多多' }],
        readValue: () => null,
        onTyped: nothing,
      }}
      draft={
        state === 'draft'
          ? draftOf('客服数据_20261110.csv', csv)
          : state === 'unknown'
            ? draftOf('导出.csv', unknown)
            : null
      }
      comparison={{
        agents: state === 'empty' ? [] : agents,
        agent: state === 'empty' ? null : (agents[0] ?? null),
        subjects: [{ kind: 'person', person: '小雨' }, { kind: 'everyone' }],
        profiles: [live, { id: 'chitu', name: '赤兔口径' }],
        live,
        otherId: state === 'open' ? 'chitu' : null,
        days: state === 'empty' ? [] : state === 'open' ? days.map((one) => ({ ...one, rows: two(one.rows) })) : days,
        open,
        openTurn: {
          key: open?.turns?.[1]?.row.key ?? null,
          messages: open?.turns?.[1] === undefined ? null : sampleMessages(open.turns[1].row.turn),
          correcting: { onCorrect: nothing, onMarkText: nothing, onUndo: nothing, perfunctorySinceMs: null },
          onOpen: nothing,
        },
        timeZone: 'Asia/Shanghai',
        onAgent: nothing,
        onSubject: nothing,
        onOther: nothing,
        onOpen: nothing,
      }}
      closeness={
        state === 'empty'
          ? null
          : {
              closeness:
                state === 'typical'
                  ? null
                  : {
                      profileId: 'pinduoduo',
                      days: 9,
                      error: 0.083,
                      byFigure: [
                        { figure: 'within180', meanDifference: 0.0034, compared: 9 },
                        { figure: 'averageResponseMs', meanDifference: 2_100, compared: 9 },
                      ],
                    },
              comparedDays: 3,
              live,
              fit:
                state === 'open'
                  ? {
                      profiles: [
                        { closeness: { profileId: 'chitu', days: 9, error: 0.021, byFigure: [] }, name: '赤兔口径' },
                        { closeness: { profileId: 'pinduoduo', days: 9, error: 0.083, byFigure: [] }, name: live.name },
                      ],
                      better: { rule: '统计时段', value: '全天', error: 0.012 },
                    }
                  : null,
              searching: state === 'rederiving' ? { done: 14, total: 37 } : null,
              used: false,
              onSearch: nothing,
              onUseProfile: nothing,
              onUseBetter: nothing,
            }
      }
      imports={
        state === 'empty'
          ? []
          : [
              {
                id: 2,
                at: sampleNow,
                kind: 'file',
                name: '客服数据_20261110.csv',
                formatName: { zh: '拼多多', en: 'Pinduoduo' },
                lines: 62,
                skipped: 1,
              },
              { id: 1, at: sampleNow - 86_400_000, kind: 'typed', name: '', formatName: null, lines: 1, skipped: 0 },
            ]
      }
      timeZone="Asia/Shanghai"
      onUndo={nothing}
      rederivation={state === 'rederiving' ? { done: 120, total: 340 } : null}
    />
  );
}
