import { Select } from 'antd';
import { useText } from '@/i18n';
import { parts, peopleOf } from '@/kinds';
import { put, type ActionType, type StepNode } from '@/model';
import { useChangeNode } from '../change';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useWords } from '../words';

const TYPES: readonly ActionType[] = ['approve', 'do', 'notify', 'update', 'subflow'];

/** What a step does. Another action keeps the step's id, place and arrows, and what both actions know. */
export function StepAction({ node }: { node: StepNode }) {
  const say = useWords();
  const text = useText();
  const change = useChangeNode();
  const { readOnly } = useInspectorFacts();
  return (
    <Section title={say('action')}>
      <Select
        className="fi-wide"
        aria-label={say('action')}
        disabled={readOnly}
        value={node.action?.type}
        options={TYPES.map((type) => ({ value: type, label: text(parts[type].name) }))}
        onChange={(type) => {
          if (type !== node.action?.type) change(asAction(node, type), `action:${type}`);
        }}
      />
    </Section>
  );
}

function asAction(node: StepNode, type: ActionType): StepNode {
  const fresh = parts[type].create(node.id);
  if (fresh.kind !== 'step' || !fresh.action) return node;
  const before = node.action;
  const people = peopleOf(node) ?? [];
  const asks = before?.type === 'approve' || before?.type === 'do' ? before : undefined;
  const { action } = fresh;
  switch (action.type) {
    case 'approve':
    case 'do': {
      const kept = {
        by: [...people],
        due: asks?.due,
        fields: asks?.fields,
        empty: asks?.empty,
        pick: asks?.pick,
        return: asks?.return,
        forbid: asks?.forbid,
        copy: asks?.copy,
      };
      return { ...node, action: action.type === 'approve' ? put(action, kept) : put(action, kept) };
    }
    case 'notify':
      return { ...node, action: people.length > 0 ? { ...action, to: [...people] } : action };
    case 'update':
    case 'subflow':
      return { ...node, action };
  }
}
