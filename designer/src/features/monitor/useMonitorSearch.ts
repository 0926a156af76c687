import { useSearchParams } from 'react-router';
import type { InstanceSearch, InstanceStatus } from '@/api';

export const scopes = ['mine', 'involved', 'all'] as const;
export const statuses: readonly InstanceStatus[] = [
  'running',
  'returned',
  'suspended',
  'faulted',
  'approved',
  'rejected',
  'withdrawn',
  'terminated',
  'voided',
];

export const size = 30;

export interface MonitorSearch {
  scope: InstanceSearch['scope'];
  status: InstanceStatus | undefined;
  flow: string | undefined;
  page: number;
}

/** What the list is narrowed to. It lives in the address; an admin, who looks after all requests, begins with all. */
export function useMonitorSearch(admin: boolean): [MonitorSearch, (change: Partial<MonitorSearch>) => void] {
  const [params, setParams] = useSearchParams();
  const usual = admin ? 'all' : 'mine';
  const search: MonitorSearch = {
    scope: scopes.find((one) => one === params.get('scope')) ?? usual,
    status: statuses.find((one) => one === params.get('status')),
    flow: params.get('flow') ?? undefined,
    page: Math.max(0, Number(params.get('page') ?? 1) - 1) || 0,
  };
  const change = (part: Partial<MonitorSearch>): void => {
    const next = { ...search, page: 0, ...part };
    const written = new URLSearchParams();
    if (next.scope !== usual) written.set('scope', next.scope);
    if (next.status) written.set('status', next.status);
    if (next.flow) written.set('flow', next.flow);
    if (next.page > 0) written.set('page', String(next.page + 1));
    setParams(written, { replace: true });
  };
  return [search, change];
}
