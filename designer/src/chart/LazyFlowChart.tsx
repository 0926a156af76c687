import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '@/ui';

const Drawn = lazy(async () => ({ default: (await import('./FlowChart')).FlowChart }));

/** The chart; what draws it is loaded when the first one is shown. */
export function FlowChart(props: ComponentProps<typeof Drawn>) {
  return (
    <Suspense fallback={<Loading />}>
      <Drawn {...props} />
    </Suspense>
  );
}
