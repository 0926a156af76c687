import { QueryClient } from '@tanstack/react-query';
import { keys, onSignedOut, Problem } from '@/api';

/** Only what may go away by itself is tried again. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof Problem && (error.code === 'offline' || error.code === 'unavailable');

export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 5_000 }, mutations: { retry: false } },
  });
  // A session that has ended shows the sign-in page, wherever the person is.
  onSignedOut(() => void client.invalidateQueries({ queryKey: keys.session }));
  return client;
}
