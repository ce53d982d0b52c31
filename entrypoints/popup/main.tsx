import { createRoot } from 'react-dom/client';
import '@/components/design/design.css';
import { PopupRoot } from './PopupRoot';

const root = document.getElementById('root');
if (root === null) throw new Error('popup/index.html has lost its #root.');
createRoot(root).render(<PopupRoot />);
