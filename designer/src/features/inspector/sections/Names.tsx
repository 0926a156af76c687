import { put, type FlowNode } from '@/model';
import { useChangeNode } from '../change';
import { BothLanguages } from '../inputs/BothLanguages';
import { Section } from '../Section';
import { useWords } from '../words';

export function Names({ node }: { node: FlowNode }) {
  const say = useWords();
  const change = useChangeNode();
  return (
    <Section title={say('names')}>
      <BothLanguages
        label={say('names')}
        value={node.name}
        onChange={(name) => change(put(node, { name }), 'name')}
      />
    </Section>
  );
}
