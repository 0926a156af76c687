import { Suspense, type ComponentProps } from 'react';
import { later, Loading } from '@/ui';
import { useNear } from './useNear';

const Drawn = later(async () => (await import('./FlowChart')).FlowChart);

/** The chart; what draws it is loaded when the first one comes near the part of the page that is looked at. */
export function FlowChart(props: ComponentProps<typeof Drawn>) {
  const [near, place] = useNear();
  if (!near) return <div ref={place} className="fl-chart-place" />;
  return (
    <Suspense fallback={<Loading />}>
      <Drawn {...props} />
    </Suspense>
  );
}
