import type { ReportField, ReportFormatId } from '@/lib/domain/platformReport';

/** A platform's agent report: by which headings its columns are known. */
export interface ReportFormat {
  id: ReportFormatId;
  name: { zh: string; en: string };
  /** The workbench whose turns it is about. */
  workbenchId: string;
  /** At least one of these headings is there; no other format has them. */
  signature: readonly string[];
  /** Headings without spaces and units, by field. */
  columns: Partial<Record<ReportField, readonly string[]>>;
}

/**
 * The reports that are recognised. Headings are assumed, as the trade calls these figures; none was checked against a
 * report: a heading that is called otherwise is mapped by hand, once.
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
      firstResponseMs: ['首次响应时间', '首次响应时长'],
      averageResponseMs: ['平均响应时间', '平均响应时长'],
      within180: ['3分钟人工响应率', '3分钟响应率'],
      replyRate: ['回复率', '旺旺回复率'],
      answerQuestionRatio: ['答问比'],
      incoming: ['买家消息数', '客户消息数'],
      outgoing: ['客服消息数', '客服回复数'],
      satisfaction: ['客户满意率', '满意率'],
      dsr: ['服务态度', 'DSR服务'],
    },
  },
  {
    id: 'chitu',
    name: { zh: '赤兔', en: 'Chitu' },
    workbenchId: 'taobao',
    signature: ['慢响应人数', '长接待人数', '首次响应', '未回复人数'],
    columns: {
      agent: ['客服', '客服名称', '客服昵称'],
      date: ['日期'],
      customers: ['接待人数'],
      firstResponseMs: ['首次响应', '首次响应时间'],
      averageResponseMs: ['平均响应', '平均响应时间'],
      replyRate: ['回复率', '旺旺回复率'],
      answerQuestionRatio: ['答问比'],
      incoming: ['买家消息', '买家消息数'],
      outgoing: ['客服消息', '客服消息数'],
      satisfaction: ['满意率'],
    },
  },
  {
    id: 'pinduoduo',
    name: { zh: '拼多多', en: 'Pinduoduo' },
    workbenchId: 'pinduoduo',
    signature: ['3分钟人工回复率', '3分钟回复率', '人工3分钟回复率'],
    columns: {
      agent: ['客服账号', '子账号', '客服昵称', '客服'],
      date: ['日期', '统计日期'],
      customers: ['咨询人数', '人工接待人数', '接待人数'],
      averageResponseMs: ['平均人工响应时长', '平均响应时长', '平均回复时长'],
      within30: ['30秒应答率'],
      within180: ['3分钟人工回复率', '3分钟回复率', '人工3分钟回复率'],
      replyRate: ['人工回复率', '回复率'],
      complaints: ['投诉数', '投诉量'],
      satisfaction: ['客服满意度', '满意率'],
    },
  },
  {
    id: 'feige',
    name: { zh: '飞鸽', en: 'Feige (Douyin)' },
    workbenchId: 'douyin',
    signature: ['人工平均首次响应时长', '首次人工响应时长', '飞鸽平均响应时长', '人工平均响应时长', '不满意率'],
    columns: {
      agent: ['客服账号', '客服昵称', '客服名称', '客服'],
      date: ['日期', '统计日期'],
      customers: ['人工接待人数', '人工接待会话量', '接待人数'],
      firstResponseMs: ['人工平均首次响应时长', '首次人工响应时长', '首次响应时长'],
      averageResponseMs: ['飞鸽平均响应时长', '人工平均响应时长', '平均响应时长'],
      within180: ['3分钟响应率', '三分钟回复率'],
      satisfaction: ['满意率', '人工满意率'],
    },
  },
  {
    id: 'jd',
    name: { zh: '京东咚咚', en: 'JD Dongdong' },
    workbenchId: 'jd',
    signature: ['咚咚账号', '首次30秒应答率', '咚咚接待量'],
    columns: {
      agent: ['咚咚账号', '客服账号', '客服'],
      date: ['日期', '时间'],
      customers: ['咚咚接待量', '接待量', '咨询量'],
      firstResponseMs: ['首次平均响应时间', '首次响应时间', '平均首响时间'],
      averageResponseMs: ['新平均响应时间', '平均响应时间'],
      within30: ['首次30秒应答率', '30秒应答率'],
      replyRate: ['应答率'],
      satisfaction: ['满意率', '满意度'],
      complaints: ['投诉量', '投诉数'],
    },
  },
];
