import { useId, useState } from 'react';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import {
  COMPARED_FIGURES,
  PLATFORM_ONLY_FIGURES,
  type ReportFigure,
  type ReportLine,
} from '@/lib/domain/platformReport';
import { TextField } from '../controls/TextField';
import type { WorkbenchChoice } from './reportDraft';

interface TypedFigureProps {
  today: string;
  knownAgents: readonly string[];
  workbenches: readonly WorkbenchChoice[];
  readValue: (figure: ReportFigure, text: string) => number | null;
  onTyped: (line: ReportLine, workbenchId: string | null) => void;
}

const FIGURES: readonly ReportFigure[] = [...COMPARED_FIGURES, ...PLATFORM_ONLY_FIGURES];
const ANY = '*';

/** One figure of one agent on one day, typed from the platform's page. */
export function TypedFigure({ today, knownAgents, workbenches, readValue, onTyped }: TypedFigureProps) {
  const t = useT();
  const list = useId();
  const [date, setDate] = useState(today);
  const [agent, setAgent] = useState(knownAgents[0] ?? '');
  const [figure, setFigure] = useState<ReportFigure>('averageResponseMs');
  const [workbench, setWorkbench] = useState(ANY);
  const [text, setText] = useState('');
  const value = text.trim() === '' ? null : readValue(figure, text);
  const bad = text.trim() !== '' && value === null;
  const usable = value !== null && agent.trim() !== '' && date !== '';
  return (
    <form
      className="mh-card__part mh-typed"
      aria-label={t('dashboard:calibration.typed')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!usable) return;
        onTyped({ agent: agent.trim(), date, figures: { [figure]: value } }, workbench === ANY ? null : workbench);
        setText('');
      }}
    >
      <h3 className="mh-typed__title">{t('dashboard:calibration.typed')}</h3>
      <TextField
        type="date"
        label={t('dashboard:calibration.date')}
        shown
        value={date}
        max={today}
        onChange={setDate}
      />
      <TextField
        label={t('dashboard:calibration.agent')}
        shown
        value={agent}
        onChange={setAgent}
        list={list}
        maxLength={80}
        autoComplete="off"
      />
      <datalist id={list}>
        {knownAgents.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Select
        label={t('dashboard:calibration.workbench')}
        value={workbench}
        options={[
          { value: ANY, label: t('dashboard:calibration.anyWorkbench') },
          ...workbenches.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setWorkbench}
      />
      <Select
        label={t('dashboard:calibration.figureName')}
        value={figure}
        options={FIGURES.map((each) => ({ value: each, label: t(`dashboard:calibration.figure.${each}`) }))}
        onChange={setFigure}
      />
      <TextField
        label={t('dashboard:calibration.theirs')}
        shown
        value={text}
        onChange={setText}
        autoComplete="off"
        error={bad ? t('dashboard:calibration.typedBad') : null}
      />
      <button type="submit" className="mh-button" disabled={!usable}>
        {t('dashboard:calibration.typedAdd')}
      </button>
    </form>
  );
}
