import type { InstanceView } from '@/api';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { useWords } from './words';

interface CopiesReadProps {
  instance: InstanceView;
  /** Who was sent a copy then, and on which version of the values. */
  people: readonly string[];
  version: number;
}

/** Who of those that were sent a copy has read it. One that was sent again since is told of there. */
export function CopiesRead({ instance, people, version }: CopiesReadProps) {
  const say = useWords();
  const text = useText();
  const receipts = (instance.receipts ?? []).filter(
    ({ person, data }) => data === version && people.includes(person),
  );
  if (receipts.length === 0) return null;
  return (
    <ul className="fl-copies-read fl-faint">
      {receipts.map(({ person, readAt }) => (
        <li key={person}>
          {text(instance.people[person]?.name) || person} {say(readAt ? 'copyRead' : 'copyUnread')}{' '}
          {readAt ? <Time at={readAt} /> : null}
        </li>
      ))}
    </ul>
  );
}
