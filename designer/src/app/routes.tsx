import { createBrowserRouter, type RouteObject } from 'react-router';
import { Gate } from './Gate';
import { Loading } from '@/ui';
import { Crash } from './Crash';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

type Page = () => Promise<{ Component: React.ComponentType }>;

const page = (path: string, lazy: Page): RouteObject => ({ path, lazy });

/** Every page of the program; each is loaded when it is first opened. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('@/features/home')).HomePage }) },
  page('inbox', async () => ({ Component: (await import('@/features/inbox')).InboxPage })),
  page('tasks/:id', async () => ({ Component: (await import('@/features/inbox')).TaskPage })),
  page('records/*', async () => ({ Component: (await import('@/features/records')).RecordsRoutes })),
  page('instances', async () => ({ Component: (await import('@/features/monitor')).MonitorPage })),
  page('instances/:id', async () => ({ Component: (await import('@/features/instance')).InstancePage })),
  page('flows', async () => ({ Component: (await import('@/features/flows')).FlowsPage })),
  page('deputies', async () => ({ Component: (await import('@/features/deputies')).DeputiesPage })),
  page('admin/:part?', async () => ({ Component: (await import('./admin')).Admin })),
  { path: '*', Component: NotFound },
];

/** The designer has the whole window, without the navigation of the other pages. */
const designer = page('flows/:key', async () => ({ Component: (await import('./designer')).DesignerPage }));

export const newRouter = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    {
      Component: Gate,
      HydrateFallback: Loading,
      ErrorBoundary: Crash,
      children: [{ path: '/', Component: Shell, children: pages }, designer],
    },
  ]);
