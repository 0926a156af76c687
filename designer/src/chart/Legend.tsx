import { StatusTag } from '@/ui';
import { useWords } from './words';

const states = ['node.done', 'node.here', 'node.waiting', 'node.refused', 'node.fault'] as const;

/** What the colours of the chart mean. */
export function Legend() {
  const say = useWords();
  return (
    <ul className="fl-legend" aria-label={say('legend')}>
      {states.map((state) => (
        <li key={state}>
          <StatusTag state={state} />
        </li>
      ))}
    </ul>
  );
}
