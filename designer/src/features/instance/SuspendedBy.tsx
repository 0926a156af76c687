import type { InstanceView } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** Who suspended a request, and why. */
export function SuspendedBy({ instance }: { instance: InstanceView }) {
  const say = useWords();
  const text = useText();
  const entry = instance.timeline.filter((one) => one.type === 'instance.suspended').at(-1);
  const who = text(instance.people[entry?.by ?? '']?.name);
  return (
    <>
      {who ? say('suspendedBy', { who }) : null}{' '}
      {entry?.comment ? say('suspendedWhy', { why: entry.comment }) : null}
    </>
  );
}
