import { createRoot } from 'react-dom/client';
import '@/components/design/design.css';
import '@/components/dashboard/dashboard.css';
import { DashboardRoot } from './DashboardRoot';

const root = document.getElementById('root');
if (root === null) throw new Error('dashboard/index.html has lost its #root.');
createRoot(root).render(<DashboardRoot />);
