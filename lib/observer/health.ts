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
  /** A send action has waited too long for its own row. */
  ownSendOverdue: boolean;
  tooManyMutations: boolean;
}

/** Judges whether the page is being read. What is missing must be missing for a while: pages redraw. */
export class HealthJudge {
  #page: PageView;
  #missingSince = new Map<NotReadingReason, number>();

  constructor(page: PageView) {
    this.#page = page;
  }

  /** null = reading. */
  judge(findings: Findings, now: number): NotReadingReason | null {
    const { adapter } = this.#page;
    if (adapter.loggedInElsewhere && this.#shows(adapter.loggedInElsewhere)) return 'loggedInElsewhere';
    if (adapter.disconnected && this.#shows(adapter.disconnected)) return 'disconnected';
    if (findings.tooManyMutations) return 'tooManyMutations';
    const missing: [NotReadingReason, boolean][] = [
      ['noList', !findings.hasList],
      ['noTranscript', findings.isOpen && !findings.hasTranscript],
      ['noComposer', findings.isOpen && !findings.hasComposer],
    ];
    for (const [reason, isMissing] of missing) {
      if (!isMissing) this.#missingSince.delete(reason);
      else if (!this.#missingSince.has(reason)) this.#missingSince.set(reason, now);
    }
    const overdue = missing.find(
      ([reason]) => now - (this.#missingSince.get(reason) ?? now) >= this.#page.timings.graceMs,
    );
    return overdue?.[0] ?? (findings.ownSendOverdue ? 'ownSendNotSeen' : null);
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
