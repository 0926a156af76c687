import { put, unreachable, type Access, type FieldRights, type FlowNode } from '@/model';
import { useChangeNode, withAction } from '../change';
import { RightsTable } from '../inputs/RightsTable';
import { Section } from '../Section';
import { useWords } from '../words';

/** What may be done with each field, at a step or in the form at the start. */
export function Rights({ node }: { node: FlowNode }) {
  const say = useWords();
  const change = useChangeNode();
  const rights = rightsOf(node);
  if (!rights) return null;
  const usual: Access = node.kind === 'start' ? 'edit' : 'read';
  return (
    <Section
      title={say(node.kind === 'start' ? 'formRights' : 'rights')}
      hint={say('rightsHint', { access: say(`access_${usual}`) })}
    >
      <RightsTable
        rights={rights}
        usual={usual}
        onChange={(next) =>
          change(withRights(node, Object.keys(next).length > 0 ? next : undefined), 'rights')
        }
      />
    </Section>
  );
}

function rightsOf(node: FlowNode): FieldRights | undefined {
  if (node.kind === 'start') return node.form?.fields ?? {};
  if (node.kind !== 'step' || (node.action?.type !== 'approve' && node.action?.type !== 'do'))
    return undefined;
  return node.action.fields ?? {};
}

function withRights(node: FlowNode, fields: FieldRights | undefined): FlowNode {
  if (node.kind === 'start') return put(node, { form: fields && { fields } });
  if (node.kind !== 'step') return node;
  const { action } = node;
  switch (action?.type) {
    case 'approve':
      return withAction(node, put(action, { fields }));
    case 'do':
      return withAction(node, put(action, { fields }));
    case 'notify':
    case 'update':
    case 'subflow':
    case undefined:
      return node;
    default:
      return unreachable(action);
  }
}
