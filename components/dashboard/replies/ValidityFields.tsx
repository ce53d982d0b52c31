import { useT } from '@/components/i18n/TranslatorContext';
import { TextField } from '../controls/TextField';
import type { ReplyDraft } from './replyDraft';

interface ValidityFieldsProps {
  draft: Pick<ReplyDraft, 'validFrom' | 'validUntil'>;
  /** The end is not after the beginning. */
  wrong: boolean;
  onChange: (part: Partial<ReplyDraft>) => void;
}

/** The span in which a campaign's reply is valid, by the computer's own clock. */
export function ValidityFields({ draft, wrong, onChange }: ValidityFieldsProps) {
  const t = useT();
  return (
    <div className="mh-field">
      <div className="mh-editor__pair">
        <TextField
          shown
          type="datetime-local"
          label={t('dashboard:replies.validFrom')}
          value={localMinute(draft.validFrom)}
          onChange={(value) => onChange({ validFrom: momentOf(value) })}
        />
        <TextField
          shown
          type="datetime-local"
          label={t('dashboard:replies.validUntil')}
          value={localMinute(draft.validUntil)}
          error={wrong ? t('dashboard:replies.endsBeforeItBegins') : null}
          onChange={(value) => onChange({ validUntil: momentOf(value) })}
        />
      </div>
      <p className="mh-field__note">{t('dashboard:replies.validityHint')}</p>
    </div>
  );
}

/** `2026-11-11T20:00`, as the field wants it. */
function localMinute(at: number | null): string {
  if (at === null) return '';
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function momentOf(value: string): number | null {
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
