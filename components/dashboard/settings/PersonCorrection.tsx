import { useState } from 'react';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { toMinute } from '../clockMinutes';
import { TextField } from '../controls/TextField';

/** Whose work a stretch of one day was, by the wall clock; an end at or before the start is the next day's. */
export interface PersonCorrectionSpan {
  /** YYYY-MM-DD */
  date: string;
  fromMinute: number;
  toMinute: number;
  /** null = 未指定. */
  person: string | null;
}

interface PersonCorrectionProps {
  persons: readonly string[];
  /** YYYY-MM-DD. */
  today: string;
  /** How many messages the last correction moved; null = none was made. */
  corrected: number | null;
  onCorrect: (span: PersonCorrectionSpan) => void;
}

/** 今天 09:00–12:00 是小雨: says afterwards who was on duty. */
export function PersonCorrection({ persons, today, corrected, onCorrect }: PersonCorrectionProps) {
  const t = useT();
  const [span, setSpan] = useState({ date: today, from: '09:00', to: '12:00', person: persons[0] ?? '' });
  const from = toMinute(span.from);
  const to = toMinute(span.to);
  return (
    <form
      className="mh-person-correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (from === null || to === null || span.date === '') return;
        const person = span.person === '' ? null : span.person;
        onCorrect({ date: span.date, fromMinute: from, toMinute: to, person });
      }}
    >
      <TextField
        type="date"
        label={t('settings:duty.correctDate')}
        value={span.date}
        max={today}
        onChange={(date) => setSpan({ ...span, date })}
      />
      <span className="mh-range">
        <TextField
          type="time"
          label={t('settings:duty.correctFrom')}
          value={span.from}
          onChange={(value) => setSpan({ ...span, from: value })}
        />
        <span aria-hidden="true">–</span>
        <TextField
          type="time"
          label={t('settings:duty.correctTo')}
          value={span.to}
          onChange={(value) => setSpan({ ...span, to: value })}
        />
      </span>
      <span>{t('settings:duty.correctIs')}</span>
      <Select
        label={t('settings:duty.correctPerson')}
        value={span.person}
        options={[...persons.map((each) => ({ value: each, label: each })), { value: '', label: t('common:noPerson') }]}
        onChange={(person) => setSpan({ ...span, person })}
      />
      <button type="submit" className="mh-button" disabled={from === null || to === null || span.date === ''}>
        {t('settings:duty.correct')}
      </button>
      {corrected === null ? null : (
        <span className="mh-muted" role="status">
          {corrected === 0 ? t('settings:duty.correctedNone') : t('settings:duty.corrected', { count: corrected })}
        </span>
      )}
    </form>
  );
}
