import { createRoot } from 'react-dom/client';
import { publishTokens } from '@/ui';
import '@/ui/base.css';
import { App } from './App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
publishTokens(document.documentElement);
createRoot(root).render(<App />);
