import { useRef, useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import { isProfile, profileProblem } from '@/lib/metrics/profiles/parseProfile';
import { profileProblemWords } from './profileProblemWords';

interface ProfileActionsProps {
  onCopy: () => void;
  /** A complete profile out of a file. */
  onImport: (profile: Profile) => void;
}

/** A copy of the profile to change, or one out of a file; a file that is none says why. */
export function ProfileActions({ onCopy, onImport }: ProfileActionsProps) {
  const t = useT();
  const chooser = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (file: File) => {
    const value = parsed(await file.text());
    const wrong = profileProblem(value);
    if (value === undefined) setProblem(t('settings:profileEditor.notJson'));
    else setProblem(wrong === null ? null : profileProblemWords(wrong, t));
    if (isProfile(value)) onImport(value);
  };
  return (
    <>
      <Button small onClick={onCopy}>
        {t('settings:profileEditor.copy')}
      </Button>
      <Button small onClick={() => chooser.current?.click()}>
        {t('settings:profileEditor.import')}
      </Button>
      <input
        ref={chooser}
        type="file"
        className="mh-hidden"
        tabIndex={-1}
        aria-label={t('settings:profileEditor.import')}
        accept=".json,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void read(file);
          event.target.value = '';
        }}
      />
      {problem === null ? null : (
        <p className="mh-field__note mh-field__note--error" role="alert">
          {t('settings:profileEditor.badFile', { reason: problem })}
        </p>
      )}
    </>
  );
}

/** undefined = not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
