import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import { isProfile, profileProblem } from '@/lib/metrics/profiles/parseProfile';
import { FileButton } from '../../controls/FileButton';
import { profileProblemWords } from './profileProblemWords';

interface ProfileActionsProps {
  onCopy: () => void;
  /** A complete profile out of a file. */
  onImport: (profile: Profile) => void;
}

/** A copy of the profile to change, or one out of a file; a file that is none says why. */
export function ProfileActions({ onCopy, onImport }: ProfileActionsProps) {
  const t = useT();
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
      <FileButton
        small
        label={t('settings:profileEditor.import')}
        accept=".json,application/json"
        onFile={(file) => void read(file)}
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
