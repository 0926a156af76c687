import { Suspense, type ComponentProps } from 'react';
import { later, Loading } from '@/ui';
import { useNear } from './useNear';

const Told = later(async () => (await import('./Timeline')).Timeline);

/** The history; what tells it is loaded when it comes near the part of the page that is looked at. */
export function Timeline(props: ComponentProps<typeof Told>) {
  const [near, place] = useNear();
  if (!near) return <div ref={place} className="fl-chart-place" />;
  return (
    <Suspense fallback={<Loading />}>
      <Told {...props} />
    </Suspense>
  );
}
