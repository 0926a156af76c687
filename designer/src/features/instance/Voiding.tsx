import { Alert } from 'antd';
import { Link } from 'react-router';
import type { InstanceView } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** Who asked to have a request declared void and why, how that stands, and the way there. */
export function Voiding({ instance }: { instance: InstanceView }) {
  const say = useWords();
  const text = useText();
  const { voiding, timeline, people } = instance;
  if (!voiding) return null;
  const asked = timeline.filter((one) => one.type === 'void.asked').at(-1);
  const who = text(people[asked?.by ?? '']?.name);
  const how = came[voiding.status];
  return (
    <Alert
      className="fl-instance-stuck"
      type={how ? 'info' : 'warning'}
      showIcon
      title={say(how ?? 'voidAsked', { who })}
      description={asked?.comment}
      action={
        voiding.instance ? <Link to={`/instances/${voiding.instance}`}>{say('voidRequest')}</Link> : undefined
      }
    />
  );
}

/** What came of a request that is over. */
const came: Partial<Record<InstanceView['status'], 'voidApproved' | 'voidKept'>> = {
  approved: 'voidApproved',
  voided: 'voidApproved',
  rejected: 'voidKept',
  withdrawn: 'voidKept',
  terminated: 'voidKept',
};
