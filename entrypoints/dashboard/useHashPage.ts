import { useEffect, useState } from 'react';
import { DASHBOARD_PAGES, type DashboardPage } from '@/components/dashboard/dashboardPage';

/** What the address asks for; `welcome` also stands for an address that asks for nothing. */
export type HashPage = DashboardPage | 'welcome';

function pageInAddress(): HashPage {
  const hash = window.location.hash.replace(/^#\/?/, '').split('?')[0];
  return DASHBOARD_PAGES.find((page) => page === hash) ?? 'welcome';
}

/**
 * The page in the address (`#settings`, `#/settings`, whatever it says behind a question mark), live, and how to go to
 * another: back and forward work.
 */
export function useHashPage(): [HashPage, (page: DashboardPage) => void] {
  const [page, setPage] = useState(pageInAddress);
  useEffect(() => {
    const onHash = () => setPage(pageInAddress());
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  return [
    page,
    (next) => {
      window.location.hash = next;
    },
  ];
}
