import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSuggester } from '@/lib/quickReplies/suggest';
import { countHits, type Hits, rankOf } from './hits';
import { naiveBayesBaseline } from './naiveBayesBaseline';
import { readCsv } from './readCsv';

/** Suggestions out of one's own past answers alone, beside the baseline. */
export interface HistoryResult {
  pastAnswers: number;
  replies: number;
  suggestions: Hits;
  baseline: Hits;
}

/**
 * Each training row is a past question that was answered with its intent's one reply; replies are known by number
 * only, without title or text. A question is met when its reply is among the three. `crossValidation` leaves out each
 * fifth of the training rows in turn and never sees the test rows.
 */
export function historyTask(folder: string): Record<'test' | 'crossValidation', HistoryResult> {
  const read = (name: string) => readCsv(readFileSync(join(folder, name), 'utf8')).slice(1);
  const train = read('train.csv');
  const measure = (runs: readonly (readonly [past: string[][], asked: string[][]])[]): HistoryResult => {
    const labels = [...new Set(train.map(([, label]) => label))];
    const ranks: number[] = [];
    const baselineRanks: number[] = [];
    for (const [past, asked] of runs) {
      const suggester = createSuggester({
        replies: labels.map((_, order) => {
          return { id: String(order), code: '', title: '', text: '', group: '', order, uses: 0, lastUsedAt: null };
        }),
        history: past.map(([question = '', label]) => ({ question, replyId: String(labels.indexOf(label)), at: 0 })),
      });
      const baseline = naiveBayesBaseline(
        past.map(([question = '', label]) => [question, labels.indexOf(label)] as const),
        labels.length,
      );
      for (const [question = '', label] of asked) {
        const picks = suggester.suggest({ messages: [question], now: 0 }).map((pick) => pick.replyId);
        ranks.push(picks.indexOf(String(labels.indexOf(label))));
        baselineRanks.push(rankOf(baseline(question), labels.indexOf(label)));
      }
    }
    const pastAnswers = runs[0]?.[0].length ?? 0;
    return { pastAnswers, replies: labels.length, suggestions: countHits(ranks), baseline: countHits(baselineRanks) };
  };
  const folds = [0, 1, 2, 3, 4].map((fold) => {
    return [train.filter((_, i) => i % 5 !== fold), train.filter((_, i) => i % 5 === fold)] as const;
  });
  return { test: measure([[train, read('test.csv')]]), crossValidation: measure(folds) };
}
