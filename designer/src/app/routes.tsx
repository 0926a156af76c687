import { createBrowserRouter, type RouteObject } from 'react-router';
import { Gate } from './Gate';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

type Page = () => Promise<{ Component: React.ComponentType }>;

const page = (path: string, lazy: Page): RouteObject => ({ path, lazy });

const inbox = (): Promise<typeof import('@/features/inbox')> => import('@/features/inbox');
const records = (): Promise<typeof import('@/features/records')> => import('@/features/records');
const admin = (): Promise<typeof import('@/features/admin')> => import('@/features/admin');

/** Every page of the program; each is loaded when it is first opened. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('@/features/home')).HomePage }) },
  page('inbox', async () => ({ Component: (await inbox()).InboxPage })),
  page('tasks/:id', async () => ({ Component: (await inbox()).TaskPage })),
  page('records/:type?', async () => ({ Component: (await records()).RecordsPage })),
  page('records/:type/new', async () => ({ Component: (await records()).NewRecordPage })),
  page('records/:type/:id', async () => ({ Component: (await records()).RecordPage })),
  page('instances', async () => ({ Component: (await import('@/features/monitor')).MonitorPage })),
  page('instances/:id', async () => ({ Component: (await import('@/features/instance')).InstancePage })),
  page('flows', async () => ({ Component: (await import('@/features/flows')).FlowsPage })),
  page('admin/:part?', async () => ({ Component: (await admin()).AdminPage })),
  { path: '*', Component: NotFound },
];

/** The designer has the whole window, without the navigation of the other pages. */
const designer = page('flows/:key', async () => ({ Component: (await import('./designer')).DesignerPage }));

export const newRouter = (): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    { Component: Gate, children: [{ path: '/', Component: Shell, children: pages }, designer] },
  ]);
