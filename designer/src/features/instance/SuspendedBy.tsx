import type { InstanceView } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** Who suspended a request, and why; or that it is with what it is part of. */
export function SuspendedBy({ instance }: { instance: InstanceView }) {
  const say = useWords();
  const text = useText();
  if (instance.heldUp) return say('suspendedWith');
  const entry = instance.timeline.filter((one) => one.type === 'instance.suspended' && one.by).at(-1);
  const who = text(instance.people[entry?.by ?? '']?.name);
  return (
    <>
      {who ? <p>{say('suspendedBy', { who })}</p> : null}
      {entry?.comment ? <p>{say('suspendedWhy', { why: entry.comment })}</p> : null}
    </>
  );
}
