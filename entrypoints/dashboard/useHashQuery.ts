import { useEffect, useState } from 'react';

/** What the address says behind its question mark (`#today?figure=turns`), live. */
export function useHashQuery(): string {
  const [query, setQuery] = useState(queryInAddress);
  useEffect(() => {
    const onHash = () => setQuery(queryInAddress());
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  return query;
}

function queryInAddress(): string {
  return window.location.hash.split('?')[1] ?? '';
}
