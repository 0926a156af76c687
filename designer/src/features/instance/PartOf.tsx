import { Link } from 'react-router';
import type { PartOf as Whole } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** What a request is part of, with the way back for whoever may look at it. */
export function PartOf({ partOf }: { partOf: Whole }) {
  const say = useWords();
  const text = useText();
  const words = [say('partOf', { flow: text(partOf.flowName), node: text(partOf.nodeName) }), partOf.number]
    .filter(Boolean)
    .join(' ');
  return partOf.instance ? <Link to={`/instances/${partOf.instance}`}>{words}</Link> : <span>{words}</span>;
}
