import type { Profile } from '@/lib/domain/profile';
import type { TargetFigure, TargetSteps, Targets } from '@/lib/domain/target';

/** Seconds as a table writes them, to ms. */
function seconds(pass: number, good: number, excellent: number): TargetSteps {
  return { pass: pass * 1000, good: good * 1000, excellent: excellent * 1000 };
}

/** Per cent as a table writes them, to fractions. */
function percent(pass: number, good: number, excellent: number): TargetSteps {
  return { pass: pass / 100, good: good / 100, excellent: excellent / 100 };
}

interface Row {
  deciding: TargetFigure;
  withinSeconds: number;
  within: TargetSteps;
  firstResponseMs: TargetSteps;
  averageResponseMs: TargetSteps;
  answerQuestionRatio: TargetSteps;
  source: string;
}

const replyRate = percent(97, 99, 99.5);
const secondary = 'trade pages and training material; official help is behind a login';
const assumed = `${secondary}; the deciding figure's steps are assumed`;

const rows: Record<string, Row> = {
  taobao: {
    deciding: 'within',
    withinSeconds: 180,
    within: percent(95, 98, 99.5),
    firstResponseMs: seconds(20, 10, 6),
    averageResponseMs: seconds(30, 16, 12),
    answerQuestionRatio: percent(110, 120, 150),
    source: secondary,
  },
  pinduoduo: {
    deciding: 'within',
    withinSeconds: 180,
    within: percent(98, 99, 99.9),
    firstResponseMs: seconds(20, 10, 6),
    averageResponseMs: seconds(35, 25, 18),
    answerQuestionRatio: percent(100, 115, 140),
    source: secondary,
  },
  douyin: {
    deciding: 'averageResponse',
    withinSeconds: 180,
    within: percent(95, 98, 99.5),
    firstResponseMs: seconds(20, 10, 6),
    averageResponseMs: seconds(30, 18, 14),
    answerQuestionRatio: percent(100, 115, 140),
    source: `${secondary}; the N-second rate's steps are Taobao's`,
  },
  jd: {
    deciding: 'within',
    withinSeconds: 30,
    within: percent(85, 90, 95),
    firstResponseMs: seconds(20, 12, 8),
    averageResponseMs: seconds(40, 20, 15),
    answerQuestionRatio: percent(110, 120, 150),
    source: assumed,
  },
  kuaishou: {
    deciding: 'within',
    withinSeconds: 180,
    within: percent(85, 95, 98),
    firstResponseMs: seconds(20, 10, 6),
    averageResponseMs: seconds(30, 20, 15),
    answerQuestionRatio: percent(100, 115, 140),
    source: assumed,
  },
  xiaohongshu: {
    deciding: 'within',
    withinSeconds: 180,
    within: percent(80, 90, 95),
    firstResponseMs: seconds(30, 15, 8),
    averageResponseMs: seconds(45, 25, 15),
    answerQuestionRatio: percent(110, 120, 150),
    source: secondary,
  },
};

const elsewhere: Row = {
  deciding: 'averageResponse',
  withinSeconds: 180,
  within: percent(95, 98, 99.5),
  firstResponseMs: seconds(20, 10, 6),
  averageResponseMs: seconds(30, 16, 12),
  answerQuestionRatio: percent(110, 120, 150),
  source: 'what trainers quote across platforms; the N-second rate’s steps are Taobao’s',
};

/** The targets that go with a profile; those for elsewhere where no platform stands behind it. Every one editable. */
export function targetsFor(profileId: string): Targets {
  const row = rows[profileId] ?? elsewhere;
  return { ...row, replyRate, checked: '2026-11-21' };
}

/** The targets of a profile: an edited copy keeps those of the platform that it began as. */
export function targetsOf({ id, basedOn }: Pick<Profile, 'id' | 'basedOn'>): Targets {
  return targetsFor(basedOn ?? id);
}
