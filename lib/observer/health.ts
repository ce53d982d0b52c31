import type { NotReadingReason } from '@/lib/domain/reading';
import type { RowTest, Selectors } from '@/lib/workbenches/types';
import type { PageView } from './page';
import { findAll } from './query';
import { holds } from './value';

/** What the observer found when it last looked. */
export interface Findings {
  hasList: boolean;
  hasTranscript: boolean;
  hasComposer: boolean;
  /** A conversation is open; without one neither transcript nor composer need be there. */
  isOpen: boolean;
  /** A send action has waited too long for its own row, since when; null = none has. */
  ownSendOverdueSince: number | null;
  /** See ReadingProofs. */
  hasLostRows: boolean;
  isOneSided: boolean;
  disagrees: boolean;
  tooManyMutations: boolean;
}

/** Judges whether the page is being read. What is missing must be missing for a while: pages redraw. */
export class HealthJudge {
  #page: PageView;
  #missingSince = new Map<NotReadingReason, number>();

  constructor(page: PageView) {
    this.#page = page;
  }

  /** What keeps the page from being read, and since when it may have; null = it is being read. */
  judge(findings: Findings, now: number): { problem: NotReadingReason; since: number } | null {
    const { adapter, timings } = this.#page;
    if (adapter.loggedInElsewhere && this.#shows(adapter.loggedInElsewhere))
      return { problem: 'loggedInElsewhere', since: now };
    if (adapter.disconnected && this.#shows(adapter.disconnected)) return { problem: 'disconnected', since: now };
    if (findings.tooManyMutations) return { problem: 'tooManyMutations', since: now };
    const { isOpen } = findings;
    const missing: [NotReadingReason, boolean][] = [
      ['noList', !findings.hasList && !isAbsent(adapter.conversations.list)],
      ['noTranscript', isOpen && !findings.hasTranscript],
      ['noComposer', isOpen && !findings.hasComposer && !isAbsent(adapter.composer.field)],
      ['noRows', findings.hasLostRows],
      ['disagree', findings.disagrees],
      ['oneSide', findings.isOneSided],
    ];
    for (const [reason, isMissing] of missing) {
      if (!isMissing) this.#missingSince.delete(reason);
      else if (!this.#missingSince.has(reason)) this.#missingSince.set(reason, now);
    }
    for (const [problem] of missing) {
      const since = this.#missingSince.get(problem);
      if (since !== undefined && now - since >= timings.graceMs) return { problem, since };
    }
    const { ownSendOverdueSince } = findings;
    return ownSendOverdueSince === null ? null : { problem: 'ownSendNotSeen', since: ownSendOverdueSince };
  }

  /** Something is missing, and may become a problem by mere waiting. */
  isWaiting(): boolean {
    return this.#missingSince.size > 0;
  }

  #shows(test: RowTest & { at: Selectors }): boolean {
    const { document, isVisible } = this.#page;
    return test.at.some((selector) =>
      findAll(document, selector).some((element) => holds(test, element) && isVisible(element)),
    );
  }
}

/** The adapter says that the page has no such part. */
function isAbsent(selectors: Selectors): boolean {
  return selectors.every((selector) => selector === ':not(*)');
}
