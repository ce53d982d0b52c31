import type { ExportIncludes } from '@/lib/domain/exportRequest';
import { conversationNumbers } from './conversationNumbers';
import { localTime } from './localTime';
import type {
  DailyFigures,
  DayCorrectionFacts,
  ExportCorrection,
  ExportInput,
  ExportMessage,
  ExportTurn,
} from './types';

/** Raised when a field of the file changes its meaning. */
export const EXPORT_VERSION = 1;

/** A turn in the file. The name and the messages are there only when they were ticked. */
export interface JsonTurn extends Omit<ExportTurn, 'customerName' | 'messages'> {
  customerName?: string | null;
  messages?: ExportMessage[] | null;
}

/** The file: an envelope that says what was measured, how, and how completely. All times ms since the epoch. */
export interface ExportEnvelope {
  format: 'miaohui-export';
  version: number;
  exportedAt: number;
  profile: string;
  timeZone: string;
  /** Half-open, with its ends as local times for people. */
  span: { from: number; to: number; fromLocal: string; toLocal: string };
  coverage: number | null;
  includes: { names: boolean; texts: boolean };
  /** What was corrected by hand and not undone, with the figures before and after. */
  corrections: Omit<ExportCorrection, 'holds'>[];
  days: (Omit<DailyFigures, 'corrections'> & { corrections?: Omit<DayCorrectionFacts, 'holds'>[] })[];
  turns: JsonTurn[];
}

// Field by field: whatever else the store hangs on a turn must not leave with it.
function jsonTurn(turn: ExportTurn, conversationId: string, includes: ExportIncludes): JsonTurn {
  return {
    conversationId,
    workbenchId: turn.workbenchId,
    account: turn.account,
    shop: turn.shop,
    person: turn.person,
    startedAt: turn.startedAt,
    lastMessageAt: turn.lastMessageAt,
    clockAt: turn.clockAt,
    repliedAt: turn.repliedAt,
    endedAt: turn.endedAt,
    state: turn.state,
    first: turn.first,
    sessionStartedAt: turn.sessionStartedAt,
    incoming: turn.incoming,
    outgoing: turn.outgoing,
    closingOnly: turn.closingOnly,
    offDuty: turn.offDuty,
    uncertain: turn.uncertain,
    split: turn.split,
    ...(includes.names ? { customerName: turn.customerName } : {}),
    ...(includes.texts ? { messages: turn.messages } : {}),
  };
}

/** What was undone is no correction, and neither is the undoing. */
function holding<T extends { holds: boolean }>(corrections: readonly T[]): Omit<T, 'holds'>[] {
  return corrections.flatMap(({ holds, ...correction }) => (holds ? [correction] : []));
}

/** The envelope of an export; see `ExportEnvelope`. */
export function exportEnvelope(input: ExportInput): ExportEnvelope {
  const { span, timeZone, includes } = input;
  const numbers = conversationNumbers(input.turns);
  return {
    format: 'miaohui-export',
    version: EXPORT_VERSION,
    exportedAt: input.exportedAt,
    profile: input.profileId,
    timeZone,
    span: { ...span, fromLocal: localTime(span.from, timeZone), toLocal: localTime(span.to, timeZone) },
    coverage: input.coverage,
    includes: { names: includes.names, texts: includes.texts },
    corrections: holding(input.corrections ?? []).map((correction) => ({
      ...correction,
      conversationId: numbers.get(correction.conversationId) ?? '',
    })),
    days: input.days.map(({ corrections, ...day }) => ({
      ...day,
      ...(corrections === undefined ? {} : { corrections: holding(corrections) }),
    })),
    turns: input.turns.map((turn) => jsonTurn(turn, numbers.get(turn.conversationId) ?? '', includes)),
  };
}

/** The same as text, two spaces deep. */
export function exportJson(input: ExportInput): string {
  return `${JSON.stringify(exportEnvelope(input), null, 2)}\n`;
}
