import { useText } from '@/i18n';
import { compare, type Definition, type FlowNode } from '@/model';
import { useWords } from './words';

/** What differs between two documents, by the names of the symbols. */
export function Differences({ mine, theirs }: { mine: Definition; theirs: Definition }) {
  const say = useWords();
  const text = useText();
  const { onlyFirst, onlySecond, changed, arrows } = compare(mine, theirs);
  const names = (nodes: FlowNode[]) => nodes.map((node) => text(node.name) || node.id).join(' · ') || '–';
  return (
    <dl className="fd-differences">
      <dt>{say('onlyMine')}</dt>
      <dd>{names(onlyFirst)}</dd>
      <dt>{say('onlyTheirs')}</dt>
      <dd>{names(onlySecond)}</dd>
      <dt>{say('changed')}</dt>
      <dd>{names(changed)}</dd>
      <dt>{say('arrows')}</dt>
      <dd>{say('count', { n: arrows })}</dd>
    </dl>
  );
}
