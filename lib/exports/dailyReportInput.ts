import type { DayCorrection } from '@/lib/domain/dayCorrection';
import type { LiveView } from '@/lib/domain/live';
import type { Settings } from '@/lib/domain/settings';
import { dayOf } from '@/lib/metrics/dayOf';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { shiftNameAt } from '@/lib/metrics/shifts';
import { zoneOf } from '@/lib/metrics/zone';
import { correctionSummary } from './correctionSummary';
import type { DailyReportInput } from './dailyReport';

/** What 复制日报 says of today, out of what the surfaces show of it, and of the day's corrections. */
export function dailyReportInput(
  view: LiveView,
  settings: Settings,
  corrections: readonly DayCorrection[],
): DailyReportInput {
  const profile = profileOf(view.profileId, settings.customProfiles);
  return {
    date: dayOf(profile, view.at).date,
    shift: shiftNameAt(settings.shifts, zoneOf(profile.timeZone), view.at),
    person: view.person,
    figures: view.today.figures,
    customers: view.today.customers,
    coverage: view.today.coverage,
    withinSeconds: view.targets.withinSeconds,
    ownSeconds: settings.ownSeconds,
    corrections: correctionSummary(corrections),
  };
}
