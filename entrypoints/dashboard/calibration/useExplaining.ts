import { useMemo, useState } from 'react';
import type { DayShown, OpenRow, OpenTurn } from '@/components/dashboard/calibration/comparisonRows';
import { rowKeyOf, toTurnRow } from '@/components/dashboard/today/turnRow';
import { isCompared } from '@/lib/domain/platformReport';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { Language } from '@/lib/i18n/translator';
import { agentDay, type RecordedDays } from '@/lib/metrics/calibration/agentDays';
import { explainingTurns } from '@/lib/metrics/calibration/explainingTurns';
import { workbenchName } from '@/lib/workbenches/registry';
import { useCorrecting } from '../useCorrecting';
import { useOpenedTurn } from '../useOpenedTurn';
import type { useRecorded } from './useRecorded';
import type { ReportAgentChoice } from './useReportAgents';

type Opened = Pick<OpenRow, 'date' | 'figure'> | null;

/** The row that is open with the turns that could explain it, and the one of these whose messages are shown. */
export function useExplaining(input: {
  agent: ReportAgentChoice | null;
  days: readonly DayShown[];
  recorded: ReturnType<typeof useRecorded>;
  own: RecordedDays | null;
  live: Profile;
  language: Language;
  attempt: (action: Promise<unknown>) => void;
}): { open: OpenRow | null; openTurn: OpenTurn; onOpen: (row: Opened) => void } {
  const { agent, days, recorded, own, live, language, attempt } = input;
  const [opened, setOpened] = useState<Opened>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);

  const open = useMemo((): OpenRow | null => {
    if (opened === null || agent?.subject == null || own === null || !isCompared(opened.figure)) return null;
    const { date, figure } = opened;
    const theirs = days.find((day) => day.date === date)?.rows.find((row) => row.figure === figure)?.theirs;
    const day = agentDay(own, { date, subject: agent.subject, workbenchId: agent.workbenchId });
    if (theirs === undefined || day === null) return { date, figure, turns: [] };
    const { turns, proactive, inReview } = day;
    const found = explainingTurns({ figure, turns, proactive, inReview, profile: live, theirs });
    const shown = found.map(({ turn, ...why }) => {
      const known = recorded?.conversations.get(turn.conversationId);
      const conversation = { name: known?.name ?? null, shop: known?.shop ?? null, advertiser: false };
      const workbench = workbenchName(known?.workbenchId ?? '', language);
      return { ...why, row: toTurnRow({ turn, conversation, workbenchName: workbench, profile: live }) };
    });
    return { date, figure, turns: shown };
  }, [opened, agent, own, days, live, recorded, language]);

  const turn = open?.turns?.find(({ row }) => row.key === openKey)?.row.turn ?? null;
  const bounds = useMemo(() => boundsOf(own, turn), [own, turn]);
  const messages = useOpenedTurn(turn === null ? null : openKey, turn, bounds, live);
  const { perfunctorySinceMs } = live;
  // Of what was corrected that day, this page shows nothing: what was compared changes at once.
  const { correcting } = useCorrecting({ from: 0, to: 0, perfunctorySinceMs, attempt });
  return {
    open,
    openTurn: { key: turn === null ? null : rowKeyOf(turn), messages, correcting, onOpen: setOpenKey },
    onOpen: (row) => {
      setOpened(row);
      setOpenKey(null);
    },
  };
}

/** Where the turns and sessions of a turn's conversation begin: the stored ones may be by another profile. */
function boundsOf(own: RecordedDays | null, turn: Turn | null): number[] | null {
  if (own === null || turn === null) return null;
  const same = [...own.byDate.values()].flatMap((day) =>
    day.turns.filter((one) => one.turn.conversationId === turn.conversationId),
  );
  return same.flatMap(({ turn: one }) => [one.startedAt, one.sessionStartedAt]);
}
