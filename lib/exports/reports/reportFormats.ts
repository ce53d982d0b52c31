import type { ReportBasis, ReportField, ReportFormatId } from '@/lib/domain/platformReport';

/** A platform's agent report: by which headings its columns are known. */
export interface ReportFormat {
  id: ReportFormatId;
  name: { zh: string; en: string };
  /** The workbench whose turns it is about. */
  workbenchId: string;
  /** At least one of these headings is there. Where two reports share one, the one of which more columns are found counts. */
  signature: readonly string[];
  /** Headings by field, the one to be preferred first: as they stand there, or without spaces and brackets behind them. */
  columns: Partial<Record<ReportField, readonly string[]>>;
  /** Where headings were found. */
  basis: ReportBasis;
  /** The headings that were found there; all others are assumed, as the trade calls these figures. */
  found: readonly string[];
}

/** When the sources were last looked through. */
const checkedAt = '2026-11-28';

/**
 * The reports that are recognised. Official descriptions are behind logins: the headings come from public programs that
 * read or store these reports, none was held against a downloaded file. What is called otherwise is mapped by hand, once.
 */
export const reportFormats: readonly ReportFormat[] = [
  {
    id: 'shengyicanmou',
    name: { zh: '生意参谋', en: 'Shengyi Canmou (Taobao)' },
    workbenchId: 'taobao',
    signature: ['旺旺昵称', '旺旺'],
    columns: {
      agent: ['旺旺昵称', '旺旺', '客服昵称'],
      date: ['日期', '统计日期'],
      customers: ['接待人数', '咨询人数'],
      firstResponseMs: ['首次响应时长', '首次响应时间'],
      averageResponseMs: ['平均响应时长', '平均响应时间'],
      within180: ['3分钟人工响应率', '3分钟响应率'],
      replyRate: ['旺旺回复率', '回复率'],
      answerQuestionRatio: ['答问比'],
      incoming: ['买家消息数', '客户消息数'],
      outgoing: ['客服消息数', '客服回复数'],
      satisfaction: ['客户满意率', '满意率'],
      dsr: ['服务态度', 'DSR服务'],
    },
    basis: {
      source: {
        zh: '两个公开程序读的客服绩效导出表:旺旺昵称、首次响应时长(秒)、3分钟人工响应率、旺旺回复率、客户满意率',
        en: 'two public programs that read the exported agent table: 旺旺昵称, 首次响应时长(秒), 3分钟人工响应率, 旺旺回复率, 客户满意率',
      },
      checkedAt,
    },
    found: [
      '旺旺昵称',
      '日期',
      '咨询人数',
      '接待人数',
      '平均响应时长',
      '首次响应时长',
      '3分钟人工响应率',
      '旺旺回复率',
      '答问比',
      '客户满意率',
    ],
  },
  {
    id: 'chitu',
    name: { zh: '赤兔', en: 'Chitu' },
    workbenchId: 'taobao',
    signature: ['慢接待人数', '慢响应人数', '长接待人数', '最大同时聊天数', '最大同时接待', '首次响应', '未回复人数'],
    columns: {
      agent: ['客服昵称', '旺旺昵称', '旺旺', '客服', '客服名称'],
      date: ['日期'],
      customers: ['接待人数'],
      firstResponseMs: ['首次响应', '首次响应时间'],
      averageResponseMs: ['平均响应', '平均响应时间'],
      replyRate: ['回复率', '旺旺回复率'],
      answerQuestionRatio: ['答问比', '客服答问比'],
      incoming: ['买家消息数', '买家消息'],
      outgoing: ['客服消息数', '客服消息'],
      satisfaction: ['客户满意比', '满意率'],
    },
    basis: {
      source: {
        zh: '一个公开程序从赤兔「客服数据23年新」取的列(2026-05),旧列名见一个 2019-06 的公开程序',
        en: 'the columns that a public program takes from Chitu’s 客服数据23年新 (2026-05); older names from one of 2019-06',
      },
      checkedAt,
    },
    found: [
      '客服昵称',
      '旺旺昵称',
      '旺旺',
      '日期',
      '接待人数',
      '首次响应',
      '平均响应',
      '回复率',
      '旺旺回复率',
      '答问比',
      '客服答问比',
      '买家消息数',
      '买家消息',
      '客服消息数',
      '客服消息',
      '客户满意比',
    ],
  },
  {
    id: 'pinduoduo',
    name: { zh: '拼多多', en: 'Pinduoduo' },
    workbenchId: 'pinduoduo',
    signature: ['3分钟人工回复率', '3分钟回复率', '人工3分钟回复率', '平均人工响应时长'],
    columns: {
      agent: ['客服账号', '子账号', '客服昵称', '客服'],
      date: ['日期', '统计日期'],
      customers: ['需要人工回复的咨询人数', '需人工回复的咨询人数', '人工接待人数', '咨询人数', '接待人数'],
      averageResponseMs: ['平均人工响应时长', '平均响应时长', '平均回复时长'],
      // The rule counts 08:00 to 23:00; the same report may give the whole day beside it.
      within30: ['30秒应答率(8-23点)', '30秒应答率'],
      within180: ['3分钟人工回复率(8-23点)', '3分钟人工回复率', '3分钟回复率', '人工3分钟回复率'],
      replyRate: ['人工回复率', '回复率'],
      complaints: ['投诉数', '投诉量'],
      satisfaction: ['客服满意度', '满意率'],
    },
    basis: {
      source: {
        zh: '三个公开程序读的客服绩效表格:客服账号、需要人工回复的咨询人数、3分钟人工回复率(8-23点)、30秒应答率(8-23点)、平均人工响应时长、投诉数',
        en: 'three public programs that read the agents’ table: 客服账号, 需要人工回复的咨询人数, 3分钟人工回复率(8-23点), 30秒应答率(8-23点), 平均人工响应时长, 投诉数',
      },
      checkedAt,
    },
    found: [
      '客服账号',
      '日期',
      '需要人工回复的咨询人数',
      '需人工回复的咨询人数',
      '人工接待人数',
      '咨询人数',
      '平均人工响应时长',
      '平均响应时长',
      '30秒应答率',
      '3分钟人工回复率',
      '投诉数',
    ],
  },
  {
    id: 'feige',
    name: { zh: '飞鸽', en: 'Feige (Douyin)' },
    workbenchId: 'douyin',
    signature: [
      '人工已接待人数',
      '人工已接待会话量',
      '新平均响应时长',
      '人工平均首次响应时长',
      '首次人工响应时长',
      '飞鸽平均响应时长',
      '人工平均响应时长',
      '不满意率',
    ],
    columns: {
      agent: ['客服昵称', '账号名称', '客服账号', '客服名称', '客服'],
      date: ['日期', '统计日期'],
      customers: ['人工已接待人数', '人工接待人数', '人工接待会话量', '接待人数'],
      firstResponseMs: ['首次响应时长', '人工平均首次响应时长', '首次人工响应时长'],
      averageResponseMs: ['新平均响应时长', '飞鸽平均响应时长', '人工平均响应时长', '平均响应时长'],
      within180: ['3分钟人工回复率', '3分钟响应率', '三分钟回复率'],
      satisfaction: ['满意率', '人工满意率'],
    },
    basis: {
      source: {
        zh: '两个公开程序存的抖音客服接待量表:客服昵称、人工已接待人数、3分钟人工回复率、首次响应时长(秒)、新平均响应时长(秒)、满意率',
        en: 'two public programs that store Douyin’s agent table: 客服昵称, 人工已接待人数, 3分钟人工回复率, 首次响应时长(秒), 新平均响应时长(秒), 满意率',
      },
      checkedAt,
    },
    found: [
      '客服昵称',
      '账号名称',
      '日期',
      '人工已接待人数',
      '首次响应时长',
      '新平均响应时长',
      '平均响应时长',
      '3分钟人工回复率',
      '满意率',
    ],
  },
  {
    id: 'jd',
    name: { zh: '京东咚咚', en: 'JD Dongdong' },
    workbenchId: 'jd',
    signature: [
      '咚咚账号',
      '30s应答率',
      '咚咚30s应答率',
      '首次30秒应答率',
      '咚咚首次30秒应答率',
      '咚咚接待量',
      '首次平均响应时间',
    ],
    columns: {
      agent: ['咚咚账号', '客服账号', '客服'],
      date: ['日期', '时间'],
      customers: ['咚咚接待量', '接待量', '咨询量'],
      firstResponseMs: ['首次平均响应时间', '首次响应时间', '平均首响时间'],
      averageResponseMs: [
        '新平均响应时间',
        '平均响应时间(新标)',
        '平均响应时长(新标)',
        '咚咚平均响应时长',
        '平均响应时间',
        '平均响应时长',
      ],
      within30: ['首次30秒应答率', '咚咚首次30秒应答率', '30s应答率', '咚咚30s应答率', '30秒应答率'],
      replyRate: ['应答率'],
      satisfaction: ['满意率', '满意度'],
      complaints: ['投诉量', '投诉数'],
    },
    basis: {
      source: {
        zh: '三个公开程序的京东客服表:客服、接待量、首次平均响应时间、平均响应时间(新标)、30s应答率、满意率;「咚咚首次30秒应答率」见 2021-12-14 的风向标说明(maijiaw.com)',
        en: 'three public programs’ tables of JD agents: 客服, 接待量, 首次平均响应时间, 平均响应时间(新标), 30s应答率, 满意率; 咚咚首次30秒应答率 from a note of 2021-12-14 on the rules (maijiaw.com)',
      },
      checkedAt,
    },
    found: [
      '客服',
      '日期',
      '接待量',
      '咨询量',
      '首次平均响应时间',
      '平均响应时间',
      '平均响应时长',
      '新平均响应时间',
      '咚咚平均响应时长',
      '30s应答率',
      '咚咚30s应答率',
      '咚咚首次30秒应答率',
      '应答率',
      '满意率',
    ],
  },
];

/** The headings of a report's columns, out of its own row of them, that were found in no source. */
export function assumedHeadings(
  { found }: ReportFormat,
  headings: readonly string[],
  columns: Partial<Record<ReportField, number>>,
  plain: (heading: string) => string,
): string[] {
  const used = Object.values(columns).flatMap((position) => headings[position] ?? []);
  return used.filter((heading) => !found.includes(plain(heading)));
}
