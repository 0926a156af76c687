import { lazy, Suspense } from 'react';
import { Loading } from '@/ui';

const Thread = lazy(async () => ({ default: (await import('./thread/Thread')).Thread }));

/** The thread of a request; it comes after what the page is opened for. */
export function LazyThread(props: { instance: string; task?: string | undefined }) {
  return (
    <Suspense fallback={<Loading />}>
      <Thread {...props} />
    </Suspense>
  );
}
