import { useEffect, useRef } from 'react';
import type { InstanceView } from '@/api';
import { Timeline } from '@/chart';
import { CopiesRead } from './CopiesRead';
import { DecidedOn } from './DecidedOn';
import { useWords } from './words';

/** The history beside the chart. What happened last is in view, also when it has just happened. */
export function History({ instance }: { instance: InstanceView }) {
  const say = useWords();
  const box = useRef<HTMLElement>(null);
  const length = instance.timeline.length;
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [length]);
  return (
    <section ref={box} className="fl-instance-history fl-sheet" aria-label={say('history')} tabIndex={0}>
      <h2>{say('history')}</h2>
      <Timeline
        instance={instance}
        more={({ type, data }) => {
          if (type === 'people.copied' && data?.people)
            return <CopiesRead instance={instance} people={data.people} version={data.version ?? 0} />;
          return type === 'task.decided' && data?.version !== undefined && data.version > 1 ? (
            <DecidedOn instance={instance.id} version={data.version} />
          ) : null;
        }}
      />
    </section>
  );
}
