import { Suspense } from 'react';
import { later, Loading } from '@/ui';

const Thread = later(async () => (await import('./thread/Thread')).Thread);

/** The thread of a request; it comes after what the page is opened for. */
export function LazyThread(props: { instance: string; task?: string | undefined }) {
  return (
    <Suspense fallback={<Loading />}>
      <Thread {...props} />
    </Suspense>
  );
}
