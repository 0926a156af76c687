import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Finding, TaskSearch } from '@/api';

export const tabs = ['open', 'done', 'started', 'copied'] as const;
export type Tab = (typeof tabs)[number];

export const sorts = ['oldest', 'newest', 'due', 'number'] as const;

export interface InboxSearch {
  tab: Tab;
  finding: Finding;
  sort: NonNullable<TaskSearch['sort']>;
  page: number;
}

const texts = ['search', 'flow', 'recordType', 'submitter', 'from', 'to'] as const;

const usual = (tab: Tab): InboxSearch['sort'] => (tab === 'open' ? 'oldest' : 'newest');

/** What the inbox is narrowed to. It lives in the address, so that it survives loading again and going back. */
export function useInboxSearch(): [InboxSearch, (change: Partial<InboxSearch>) => void] {
  const [params, setParams] = useSearchParams();
  const search = useMemo((): InboxSearch => {
    const tab = tabs.find((one) => one === params.get('tab')) ?? 'open';
    const finding: Finding = params.has('late') ? { late: true } : {};
    for (const key of texts) {
      const value = params.get(key);
      if (value) finding[key] = value;
    }
    return {
      tab,
      finding,
      sort: sorts.find((one) => one === params.get('sort')) ?? usual(tab),
      page: Math.max(0, Number(params.get('page') ?? 1) - 1) || 0,
    };
  }, [params]);
  const change = (part: Partial<InboxSearch>): void => {
    const next = { ...search, page: 0, ...part };
    if (part.tab) next.sort = usual(part.tab);
    const written = new URLSearchParams();
    if (next.tab !== 'open') written.set('tab', next.tab);
    for (const key of texts) {
      const value = next.finding[key];
      if (value) written.set(key, value);
    }
    if (next.finding.late) written.set('late', '1');
    if (next.sort !== usual(next.tab)) written.set('sort', next.sort);
    if (next.page > 0) written.set('page', String(next.page + 1));
    setParams(written, { replace: part.tab === undefined });
  };
  return [search, change];
}
