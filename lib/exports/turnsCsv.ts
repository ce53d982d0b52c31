import type { Translate } from '@/lib/i18n/translator';
import { conversationNumbers } from './conversationNumbers';
import { CORRECTION_COLUMNS, correctionCells } from './correctionCells';
import { type CsvCell, toCsv } from './csv';
import { localTime } from './localTime';
import { type ExportInput, type ExportMessage, type ExportTurn, turnLatencyMs } from './types';

interface Context {
  timeZone: string;
  number: (turn: ExportTurn) => string;
  t: Translate;
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

function texts(turn: ExportTurn, isWanted: (message: ExportMessage) => boolean): string | null {
  if (turn.messages === null) return null;
  return turn.messages.flatMap((message) => (isWanted(message) ? [message.text ?? '–'] : [])).join('\n');
}

const COLUMNS = {
  conversation: (turn, { number }) => number(turn),
  startedAt: (turn, { timeZone }) => localTime(turn.startedAt, timeZone),
  workbench: (turn) => turn.workbenchId,
  account: (turn) => turn.account,
  shop: (turn) => turn.shop,
  person: (turn) => turn.person,
  state: (turn, { t }) => t(`dashboard:turnState.${turn.state}`),
  first: (turn) => turn.first,
  clockAt: (turn, { timeZone }) => localTime(turn.clockAt, timeZone),
  repliedAt: (turn, { timeZone }) => (turn.repliedAt === null ? null : localTime(turn.repliedAt, timeZone)),
  latency: (turn) => seconds(turnLatencyMs(turn)),
  notice: (turn) => seconds(turn.split?.noticeMs ?? null),
  think: (turn) => seconds(turn.split?.thinkMs ?? null),
  type: (turn) => seconds(turn.split?.typeMs ?? null),
  incoming: (turn) => turn.incoming,
  outgoing: (turn) => turn.outgoing,
  closingOnly: (turn) => turn.closingOnly,
  offDuty: (turn) => turn.offDuty,
  uncertain: (turn) => turn.uncertain,
} satisfies Record<string, (turn: ExportTurn, context: Context) => CsvCell>;

const NAME_COLUMNS = { customer: (turn: ExportTurn): CsvCell => turn.customerName };

const TEXT_COLUMNS = {
  customerTexts: (turn: ExportTurn): CsvCell => texts(turn, (message) => message.author === 'customer'),
  agentTexts: (turn: ExportTurn): CsvCell => texts(turn, ({ author }) => author === 'agent' || author === 'assist'),
};

type ColumnName = keyof typeof COLUMNS | keyof typeof NAME_COLUMNS | keyof typeof TEXT_COLUMNS;

/**
 * One record per turn. Times are local to the profile's zone, durations in seconds, an empty cell is unknown. Without
 * the tick there is no customer's name, without the other no text: the columns are not there at all.
 * What was corrected by hand is said of the turn's whole conversation, with its day's figures before and after.
 */
export function turnsCsv({ turns, timeZone, includes, corrections = [] }: ExportInput, t: Translate): string {
  const numbers = conversationNumbers(turns);
  const columns: Partial<Record<ColumnName, (turn: ExportTurn, context: Context) => CsvCell>> = {
    ...COLUMNS,
    ...(includes.names ? NAME_COLUMNS : {}),
    ...(includes.texts ? TEXT_COLUMNS : {}),
  };
  const context: Context = { timeZone, t, number: (turn) => numbers.get(turn.conversationId) ?? '' };
  const cells = Object.values(columns);
  return toCsv(
    [...(Object.keys(columns) as ColumnName[]), ...CORRECTION_COLUMNS].map((name) => t(`dashboard:column.${name}`)),
    turns.map((turn) => [
      ...cells.map((cell) => cell(turn, context)),
      ...correctionCells(
        corrections.filter(({ conversationId }) => conversationId === turn.conversationId),
        t,
      ),
    ]),
  );
}
