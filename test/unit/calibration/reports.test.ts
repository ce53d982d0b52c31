// Invented agents and values. Headings of `reports` as the trade calls the figures, those of `published` as public
// programs read them out of these reports; none was held against a downloaded file.
import { describe, expect, test } from 'vitest';
import { readReport, valueOfCell } from '@/lib/exports/reports/readReport';
import { headingKey, likelyHeaderRow, plainHeading, recogniseReport } from '@/lib/exports/reports/recogniseReport';
import { assumedHeadings, reportFormats } from '@/lib/exports/reports/reportFormats';
import { decodeReport, reportTable } from '@/lib/exports/reports/reportTable';
import {
  dateOfCell,
  durationOfCell,
  isEmptyCell,
  numberOfCell,
  rateOfCell,
  ratioOfCell,
} from '@/lib/exports/reports/reportValues';

const reports = {
  shengyicanmou: `客服绩效报表
日期,旺旺昵称,接待人数,首次响应时间(秒),平均响应时间(秒),3分钟人工响应率,答问比,客户满意率
2026-10-20,小店:阿月,"1,024",8.5,21,98.5%,118%,96%
2026-10-20,小店:小林,80,-,35,,1.05,
汇总,,1104,8.5,28,,,`,
  chitu: `客服,日期,接待人数,首次响应(秒),平均响应(秒),慢响应人数,答问比
阿月,2026/10/20,90,9,22,3,112.5%`,
  pinduoduo: `统计日期\t子账号\t咨询人数\t3分钟人工回复率\t30秒应答率\t平均人工响应时长
20261020\tpdd001\t90\t0.992\t88.1%\t00:00:31`,
  feige: `日期,客服昵称,人工接待人数,人工平均首次响应时长,飞鸽平均响应时长,不满意率
2026年10月20日,阿月,40,12秒,1分20秒,2%`,
  jd: `日期,咚咚账号,咚咚接待量,首次30秒应答率,新平均响应时间（秒）,满意率
2026-10-20,jd_yue,55,91.2%,24.5,99%`,
} as const;

/** Headings as the sources named in reportFormats.ts have them. */
const published = {
  shengyicanmou: `旺旺昵称,咨询人数,接待人数,未回复人数,有效接待人数,平均响应时长（秒),3分钟人工响应率,旺旺回复率,首次响应时长（秒),慢响应人数,答问比,旺旺分组
小店:阿月,547,543,0,415,13.78,0.9971,1,18.46,13,1.23,售前
汇总值,1588,1563,3,1204,11.5,0.99,1,17,38,1.4,
平均值,529,521,1,401,11.5,0.99,1,17,12,1.4,`,
  chitu: `客服昵称,聊天人数(原咨询人数),接待人数,直接接入人数,转发接入人数,转出人数,总消息数,买家消息数,客服消息数,答问比,客服字数,最大同时聊天数,未回复人数,回复率,慢接待人数,长接待人数,首次响应(秒),平均响应(秒),平均接待时长
阿月,98,82,82,0,0,1112,507,605,1.1933,26316,12,0,1,0,10,27.77,37.79,8分48秒
汇总,173,,,,,,,,,,,,,,,,,
均值,14.42,,,,,,,,,,,,,,,,,`,
  chituOlder: `旺旺昵称,咨询人数,接待人数,直接接待人数,转入人数,转出人数,总消息,买家消息,客服消息,答问比,客服字数,最大同时接待,未回复人数,旺旺回复率,慢响应人数,长接待人数,首次响应(秒),平均响应(秒),平均接待时长(秒)
阿月,98,82,82,0,0,1112,507,605,1.1933,26316,12,0,1,0,10,27.77,37.79,528`,
  pinduoduo: `序号,客服账号,客服服务分,咨询人数,询单人数,最终成团人数,询单转化率,客服销售额,去退销售额,需要人工回复的咨询人数,人工接待人数,3分钟未回复人数,3分钟人工回复率(全天),30秒应答率(全天),3分钟人工回复率(8-23点),30秒应答率(8-23点),平均响应时长(分),评分≤3订单数,纠纷退款数,投诉数
1,pdd001,4.8,120,40,20,50%,1000,900,90,88,2,96.1%,80.2%,97.7%,85.5%,0.35,0,0,1
总计,,,120,40,20,50%,1000,900,90,88,2,96.1%,80.2%,97.7%,85.5%,0.35,0,0,1`,
  feige: `日期,客服昵称,账号名称,人工已接待人数,人工已接待会话量,CPD,不满意率,3分钟人工回复率 (会话),3分钟人工回复率,首次响应时长（秒）,平均响应时长（秒）,新平均响应时长（秒）,满意率
2026-10-20,阿月,feige01,40,45,1.2,2%,97.8%,98.5%,9.1,30.5,21.4,95%`,
  jd: `日期,客服,接待量,首次平均响应时间,平均响应时间（新标）,平均响应时间,30s应答率,满意率
2026-10-20,jd_yue,55,8.2,24.5,31,91.2%,99%`,
} as const;

function read(text: string) {
  const rows = reportTable(text);
  const recognised = recogniseReport(rows);
  if (recognised === null) throw new Error('not recognised');
  return { recognised, ...readReport(rows, recognised) };
}

describe('reports of platforms', () => {
  test.each(Object.entries(reports))('%s is recognised by its headings', (id, text) => {
    expect(read(text).recognised.format?.id).toBe(id);
  });

  test.each(Object.entries(published))('%s is recognised by the headings that were found of it', (name, text) => {
    const rows = reportTable(text);
    const recognised = recogniseReport(rows);
    const id = name === 'chituOlder' ? 'chitu' : name;
    expect(recognised?.format?.id).toBe(id);
    if (recognised === null || recognised.format === null) throw new Error('not recognised');
    const { format, columns, headerRow } = recognised;
    expect(assumedHeadings(format, rows[headerRow] ?? [], columns, plainHeading)).toEqual([]);
    const { lines, problems } = readReport(rows, recognised, { date: '2026-10-20' });
    expect(lines).toHaveLength(1);
    expect(problems.every(({ problem }) => problem === 'noAgent')).toBe(true);
    const common = { customers: 82, firstResponseMs: 27_770, averageResponseMs: 37_790, replyRate: 1 };
    const messages = { answerQuestionRatio: 1.1933, incoming: 507, outgoing: 605 };
    expect(lines[0]?.figures).toEqual(
      {
        shengyicanmou: {
          customers: 543,
          averageResponseMs: 13_780,
          firstResponseMs: 18_460,
          within180: 0.9971,
          replyRate: 1,
          answerQuestionRatio: 1.23,
        },
        chitu: { ...common, ...messages },
        chituOlder: { ...common, ...messages },
        // The hours that count stand behind the whole day's, and minutes in the heading.
        pinduoduo: { customers: 90, within180: 0.977, within30: 0.855, averageResponseMs: 21_000, complaints: 1 },
        feige: {
          customers: 40,
          within180: 0.985,
          firstResponseMs: 9_100,
          averageResponseMs: 21_400,
          satisfaction: 0.95,
        },
        jd: { customers: 55, firstResponseMs: 8_200, averageResponseMs: 24_500, within30: 0.912, satisfaction: 0.99 },
      }[name],
    );
  });

  test('a heading that no source has is named as assumed', () => {
    const rows = reportTable(reports.pinduoduo);
    const recognised = recogniseReport(rows);
    if (recognised?.format == null) throw new Error('not recognised');
    const { format, columns, headerRow } = recognised;
    expect(assumedHeadings(format, rows[headerRow] ?? [], columns, plainHeading)).toEqual(['子账号', '统计日期']);
  });

  test('every heading that was found is one that is looked for', () => {
    for (const { columns, found } of reportFormats) {
      const known = Object.values(columns).flat().map(plainHeading);
      expect(found.filter((heading) => !known.includes(heading))).toEqual([]);
    }
  });

  test('values come out in ms and fractions; cells without a value are absent, sums are no agent', () => {
    const { lines, problems } = read(reports.shengyicanmou);
    expect(lines).toEqual([
      {
        agent: '小店:阿月',
        date: '2026-10-20',
        figures: {
          customers: 1024,
          firstResponseMs: 8_500,
          averageResponseMs: 21_000,
          within180: 0.985,
          answerQuestionRatio: 1.18,
          satisfaction: 0.96,
        },
      },
      {
        agent: '小店:小林',
        date: '2026-10-20',
        figures: { customers: 80, averageResponseMs: 35_000, answerQuestionRatio: 1.05 },
      },
    ]);
    expect(problems).toEqual([{ row: 4, problem: 'noAgent' }]);
  });

  test('durations in every notation', () => {
    expect(read(reports.feige).lines[0]?.figures).toMatchObject({ firstResponseMs: 12_000, averageResponseMs: 80_000 });
    expect(read(reports.pinduoduo).lines[0]).toMatchObject({
      date: '2026-10-20',
      figures: { averageResponseMs: 31_000, within180: 0.992, within30: 0.881 },
    });
    expect(read(reports.jd).lines[0]?.figures).toEqual({
      customers: 55,
      within30: 0.912,
      averageResponseMs: 24_500,
      satisfaction: 0.99,
    });
  });

  test('an unknown report is mapped by hand, and its headings can be remembered', () => {
    const rows = reportTable('日 子,谁,速度(秒)\n2026-10-20,阿月,17\nx,阿月,17\n2026-10-21,阿月,无\n');
    expect(recogniseReport(rows)).toBeNull();
    const mapped = readReport(rows, { headerRow: 0, columns: { date: 0, agent: 1, averageResponseMs: 2 } });
    expect(mapped.lines).toEqual([{ agent: '阿月', date: '2026-10-20', figures: { averageResponseMs: 17_000 } }]);
    expect(mapped.problems).toEqual([
      { row: 2, problem: 'noDate' },
      { row: 3, problem: 'noFigure' },
    ]);
    expect(headingKey(rows[0] ?? [])).toBe('日子|谁|速度');
    expect(headingKey(['日子', '谁', '速度（秒）'])).toBe('日子|谁|速度');
  });

  test('a report without a column of days or agents is of one, which is asked for', () => {
    const rows = reportTable('子账号,咨询人数,3分钟人工回复率\n阿月,12,98%\n阿月,13,99%\n小林,3,快\n');
    const recognised = recogniseReport(rows);
    if (recognised === null) throw new Error('not recognised');
    expect(recognised.format?.id).toBe('pinduoduo');
    expect(readReport(rows, recognised).problems.map(({ problem }) => problem)).toEqual(['noDate', 'noDate', 'noDate']);
    const read = readReport(rows, recognised, { date: '2026-10-20' });
    expect(read.lines).toEqual([
      { agent: '阿月', date: '2026-10-20', figures: { customers: 12, within180: 0.98 } },
      { agent: '小林', date: '2026-10-20', figures: { customers: 3 } },
    ]);
    expect(read.problems).toEqual([
      { row: 2, problem: 'repeated' },
      { row: 3, problem: 'badCell', field: 'within180', text: '快' },
    ]);
  });

  test('units are the mapping’s where the cell has none; what cannot be is no value', () => {
    const value = (cell: string, unit: Parameters<typeof valueOfCell>[2]) =>
      valueOfCell('averageResponseMs', cell, unit);
    expect(value('2', 'auto')).toBe(2_000);
    expect(value('2', 'minutes')).toBe(120_000);
    expect(value('2', 'milliseconds')).toBe(2);
    expect(value('1分', 'milliseconds')).toBe(60_000);
    expect(value('90000', 'auto')).toBeNull();
    expect(valueOfCell('within180', '0.5', 'percent')).toBe(0.005);
    expect(valueOfCell('within180', '1', 'auto')).toBe(1);
    expect(valueOfCell('within180', '1', 'percent')).toBe(0.01);
    expect(valueOfCell('within180', '120%', 'auto')).toBeNull();
    expect(valueOfCell('answerQuestionRatio', '120', 'fraction')).toBe(120);
    expect(valueOfCell('customers', '3.5', 'auto')).toBeNull();
    expect(valueOfCell('dsr', '4.8', 'auto')).toBe(4.8);
    expect(['', ' - ', '--', '—', '/', '无', 'N/A', 'n/a'].every(isEmptyCell)).toBe(true);
    expect(['0', '快', '-3'].some(isEmptyCell)).toBe(false);
  });

  test('the fullest row of the first is taken for the headings', () => {
    expect(likelyHeaderRow([['报表'], ['谁', '哪天', '多久'], ['a', 'b', 'c']])).toBe(1);
    expect(likelyHeaderRow([])).toBe(0);
  });

  test('headings that many reports share name no platform', () => {
    const { recognised, lines } = read('日期,客服,接待人数,平均响应时间\n2026-10-20,阿月,3,20');
    expect(recognised.format).toBeNull();
    expect(lines[0]?.figures).toEqual({ customers: 3, averageResponseMs: 20_000 });
  });

  test('GBK, UTF-8 and UTF-16 are read; quotes keep commas, quotes and line ends', () => {
    // 旺旺,日期 in GBK.
    const gbk = Uint8Array.from([0xcd, 0xfa, 0xcd, 0xfa, 0x2c, 0xc8, 0xd5, 0xc6, 0xda]);
    expect(decodeReport(gbk)).toBe('旺旺,日期');
    expect(decodeReport(new TextEncoder().encode('\uFEFF旺旺'))).toBe('旺旺');
    expect(decodeReport(Uint8Array.from([0xff, 0xfe, 0xfa, 0x65]))).toBe('旺');
    expect(decodeReport(Uint8Array.from([0xfe, 0xff, 0x65, 0xfa]))).toBe('旺');
    expect(reportTable('a,"b,""c""\nd",e\r\n\r\nf')).toEqual([['a', 'b,"c"\nd', 'e'], [''], ['f']]);
    expect(reportTable('a,b\n1,\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
});

describe('cells of reports', () => {
  test.each([
    ['12.5', 12_500],
    ['12秒', 12_000],
    ['1分20秒', 80_000],
    ['1小时2分', 3_720_000],
    ['00:01:20', 80_000],
    ['1:20', 80_000],
    [' 7 s', 7_000],
    ['-', null],
    ['', null],
    ['很快', null],
  ])('duration %j', (cell, ms) => expect(durationOfCell(cell)).toBe(ms));

  test.each([
    ['95.3%', 0.953],
    ['0.953', 0.953],
    ['95.3', 0.953],
    ['1', 1],
    ['100％', 1],
    ['0.5%', 0.005],
    ['--', null],
  ])('rate %j', (cell, rate) => {
    const read = rateOfCell(cell);
    if (rate === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(rate, 12);
  });

  test.each([
    ['118%', 1.18],
    ['1.18', 1.18],
    ['118', 1.18],
    ['-', null],
  ])('ratio %j', (cell, ratio) => expect(ratioOfCell(cell)).toBe(ratio));

  test.each([
    ['1,024', 1024],
    ['1,02', null],
    ['3.5', 3.5],
    ['-3', null],
    ['', null],
  ])('number %j', (cell, number) => expect(numberOfCell(cell)).toBe(number));

  test.each([
    ['2026-10-20', '2026-10-20'],
    ['2026/1/2', '2026-01-02'],
    ['20261020', '2026-10-20'],
    ['2026年1月2日', '2026-01-02'],
    ['2026-10-20 00:00:00', '2026-10-20'],
    ['2026-02-30', null],
    ['合计', null],
  ])('date %j', (cell, date) => expect(dateOfCell(cell)).toBe(date));
});
