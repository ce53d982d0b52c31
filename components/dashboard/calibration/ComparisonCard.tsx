import { EmptyState } from '@/components/design/EmptyState';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { ReportSubject } from '@/lib/domain/platformReport';
import type { Translate } from '@/lib/i18n/translator';
import { Card } from '../controls/Card';
import { ComparisonTable } from './ComparisonTable';
import type { AgentChoice, DayShown, FigureRowShown, OpenRow, OpenTurn } from './comparisonRows';

export interface ComparisonCardProps {
  agents: readonly AgentChoice[];
  /** The chosen one; null without any. */
  agent: AgentChoice | null;
  /** Whom an agent may stand for. */
  subjects: readonly ReportSubject[];
  profiles: readonly { id: string; name: string }[];
  /** The live profile's id and name. */
  live: { id: string; name: string };
  /** Compared as well; null = none. */
  otherId: string | null;
  /** Latest first; empty while nothing is compared. */
  days: readonly DayShown[];
  open: OpenRow | null;
  openTurn: OpenTurn;
  timeZone: string;
  onAgent: (key: string) => void;
  onSubject: (agent: string, subject: ReportSubject) => void;
  onOther: (profileId: string | null) => void;
  onOpen: (row: { date: string; figure: FigureRowShown['figure'] } | null) => void;
}

const NONE = '*';

function subjectName(subject: ReportSubject, t: Translate): string {
  if (subject.kind === 'everyone') return t('dashboard:calibration.subjectEveryone');
  if (subject.kind === 'account') {
    return t('dashboard:calibration.subjectAccount', { name: subject.account ?? t('format:unknown') });
  }
  return subject.person === null
    ? t('dashboard:calibration.subjectNoPerson')
    : t('dashboard:calibration.subjectPerson', { name: subject.person });
}

/** 和后台对数: theirs beside ours, for one agent of the platform's reports. */
export function ComparisonCard(props: ComparisonCardProps) {
  const { agents, agent, subjects, live, otherId, days } = props;
  const t = useT();
  if (agent === null) {
    return (
      <Card title={t('dashboard:calibration.compare')}>
        <EmptyState title={t('dashboard:calibration.empty')}>{t('dashboard:calibration.emptyHint')}</EmptyState>
      </Card>
    );
  }
  const keyOf = (subject: ReportSubject) => JSON.stringify(subject);
  const all = subjects.some((one) => agent.subject !== null && keyOf(one) === keyOf(agent.subject))
    ? subjects
    : [...(agent.subject === null ? [] : [agent.subject]), ...subjects];
  const other = props.profiles.find(({ id }) => id === otherId);
  const from = days.at(-1)?.date;
  const to = days[0]?.date;
  return (
    <Card
      title={t('dashboard:calibration.compare')}
      {...(from === undefined || to === undefined ? {} : { hint: t('dashboard:calibration.days', { from, to }) })}
    >
      <div className="mh-compare__choices">
        <span className="mh-compare__choice">
          <span className="mh-muted">{t('dashboard:calibration.agent')}</span>
          <Select
            label={t('dashboard:calibration.agent')}
            value={agent.key}
            options={agents.map(({ key, agent: name, workbenchName }) => ({
              value: key,
              label: workbenchName === null ? name : `${name} · ${workbenchName}`,
            }))}
            onChange={props.onAgent}
          />
        </span>
        <span className="mh-compare__choice">
          <span className="mh-muted">{t('dashboard:calibration.subject')}</span>
          <Select
            label={t('dashboard:calibration.subject')}
            value={agent.subject === null ? NONE : keyOf(agent.subject)}
            options={[
              ...(agent.subject === null ? [{ value: NONE, label: t('dashboard:calibration.subjectUnknown') }] : []),
              ...all.map((subject) => ({ value: keyOf(subject), label: subjectName(subject, t) })),
            ]}
            onChange={(value) => {
              const chosen = all.find((subject) => keyOf(subject) === value);
              if (chosen !== undefined) props.onSubject(agent.agent, chosen);
            }}
          />
        </span>
        <span className="mh-compare__choice">
          <span className="mh-muted">{t('dashboard:calibration.other')}</span>
          <Select
            label={t('dashboard:calibration.other')}
            value={otherId ?? NONE}
            options={[
              { value: NONE, label: t('dashboard:calibration.noOther') },
              ...props.profiles.filter(({ id }) => id !== live.id).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => props.onOther(value === NONE ? null : value)}
          />
        </span>
      </div>
      {agent.subject === null ? (
        <p className="mh-card__note">{t('dashboard:calibration.subjectHint', { agent: agent.agent })}</p>
      ) : null}
      <ComparisonTable
        agent={agent.agent}
        profileNames={[live.name, ...(other === undefined ? [] : [other.name])]}
        days={days}
        open={props.open}
        openTurn={props.openTurn}
        timeZone={props.timeZone}
        onOpen={props.onOpen}
      />
    </Card>
  );
}
