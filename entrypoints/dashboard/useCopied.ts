import { useEffect, useState } from 'react';

const SHOWN_MS = 2_000;

/** Copies a text, and says for two seconds that it is on the clipboard. */
export function useCopied(attempt: (action: Promise<unknown>) => void): [boolean, (text: string) => void] {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied, (text) => attempt(navigator.clipboard.writeText(text).then(() => setCopied(true)))];
}
