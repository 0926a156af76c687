import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Page } from '@/api';

const size = 50;

/** One page of a long list, and what leads to the others; load is asked for so many from an offset. */
export function usePaged<T>(
  key: readonly unknown[],
  load: (offset: number, limit: number) => Promise<Page<T>>,
) {
  const [page, setPage] = useState(0);
  const query = useQuery({
    queryKey: [...key, page],
    queryFn: () => load(page * size, size),
    placeholderData: keepPreviousData,
  });
  const total = query.data?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / size) - 1);
  if (query.data && page > last) setPage(last); // what stood there is gone meanwhile
  return { query, pages: { page, size, total, onChange: setPage } };
}
