import { Link } from 'react-router';
import type { InstanceView } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** What a request asks to have declared void, with the way there for whoever may look at it. */
export function Voids({ voids }: { voids: NonNullable<InstanceView['voids']> }) {
  const say = useWords();
  const text = useText();
  const words = say('voids', { flow: text(voids.flowName), number: voids.number });
  return voids.instance ? <Link to={`/instances/${voids.instance}`}>{words}</Link> : <span>{words}</span>;
}
