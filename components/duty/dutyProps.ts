import type { LiveView } from '@/lib/domain/live';

/** Who is on duty, and whether they are. */
export type DutyView = Pick<LiveView, 'person' | 'persons' | 'askPerson' | 'duty'>;

/** What the agent can say about it. */
export interface DutyActions {
  /** The person on duty from now on; null = 未指定. */
  onPerson: (person: string | null) => void;
  /** 上班 and 下班. */
  onDuty: (on: boolean) => void;
}

/** The one line under the head; null = none. A question comes before a state. */
export function dutyLine(view: DutyView, handing: boolean): 'handOver' | 'ask' | 'offDuty' | null {
  if (handing && view.persons.length > 0) return 'handOver';
  if (view.askPerson) return 'ask';
  return view.duty.on ? null : 'offDuty';
}
