import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readFilter, writeFilter, type Filter } from './filters';

export interface ListSearch {
  text: string;
  sort: string | undefined;
  filters: Filter[];
  page: number;
}

/** What a list is narrowed to. It lives in the address, so that it can be sent to a colleague and survives going back. */
export function useListSearch(): [ListSearch, (change: Partial<ListSearch>) => void] {
  const [params, setParams] = useSearchParams();
  const search = useMemo(
    (): ListSearch => ({
      text: params.get('q') ?? '',
      sort: params.get('sort') ?? undefined,
      filters: params.getAll('filter').flatMap((written) => readFilter(written) ?? []),
      page: Math.max(0, Number(params.get('page') ?? 1) - 1) || 0,
    }),
    [params],
  );
  const change = (part: Partial<ListSearch>): void => {
    const next = { ...search, page: 0, ...part };
    const written = new URLSearchParams();
    if (next.text) written.set('q', next.text);
    if (next.sort) written.set('sort', next.sort);
    for (const filter of next.filters) written.append('filter', writeFilter(filter));
    if (next.page > 0) written.set('page', String(next.page + 1));
    setParams(written, { replace: true });
  };
  return [search, change];
}
