import { Link } from 'react-router';
import type { InstanceView } from '@/api';
import { useText } from '@/i18n';
import { PersonChip } from '@/ui';
import { useVoidsWords } from './voidsWords';
import './voids.css';

/** What is asked to be declared void, why and by whom, above the form in which that is decided. */
export function VoidsNote({ instance }: { instance: InstanceView }) {
  const say = useVoidsWords();
  const text = useText();
  const { voids, timeline, people } = instance;
  if (!voids) return null;
  const asked = timeline.find((one) => one.type === 'instance.started');
  const by = people[asked?.by ?? ''];
  return (
    <div className="fl-task-voids" role="note">
      <strong>{say('voids', { flow: text(voids.flowName), number: voids.number })}</strong>
      {voids.instance ? <Link to={`/instances/${voids.instance}`}>{say('original')}</Link> : null}
      {asked?.comment ? <blockquote>{asked.comment}</blockquote> : null}
      {by ? <PersonChip person={by} plain /> : null}
    </div>
  );
}
