import { Select } from 'antd';
import { useText } from '@/i18n';
import { put, type StepNode } from '@/model';
import { useChangeNode, withAction } from '../change';
import { useInspectorFacts } from '../facts';
import { Assigns } from '../inputs/Assigns';
import { Tick } from '../inputs/Tick';
import { Section } from '../Section';
import { useWords } from '../words';

/** Which fields an update step changes, of which record. */
export function Changes({ node }: { node: StepNode }) {
  const say = useWords();
  const text = useText();
  const change = useChangeNode();
  const { type, types, readOnly } = useInspectorFacts();
  const { action } = node;
  if (action?.type !== 'update') return null;
  const link = type?.fields.find((field) => field.key === action.target);
  const into = action.target === undefined ? type : types.find((candidate) => candidate.key === link?.target);
  const links = (type?.fields ?? []).filter((field) => field.type === 'link');
  return (
    <Section title={say('changes')}>
      {links.length > 0 && (
        <Select
          className="fi-wide"
          aria-label={say('target')}
          disabled={readOnly}
          value={action.target ?? ''}
          options={[
            { value: '', label: say('targetOwn', { record: text(type?.name).toLowerCase() }) },
            ...links.map((field) => ({
              value: field.key,
              label: say('targetLink', { field: text(field.name) }),
            })),
          ]}
          onChange={(target: string) =>
            change(withAction(node, put(action, { target: target || undefined, set: [] })), 'target')
          }
        />
      )}
      <Assigns
        value={action.set}
        into={into}
        from={type}
        onChange={(set) => change(withAction(node, put(action, { set })), 'changes')}
      />
      <Tick
        label={say('undo')}
        value={action.undo === true}
        onChange={(is) => change(withAction(node, put(action, { undo: is || undefined })), 'undo')}
      />
    </Section>
  );
}
