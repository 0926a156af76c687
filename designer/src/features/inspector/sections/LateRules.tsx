import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Late } from '@/model';
import { useChangeAsking, type Asking } from '../change';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useDeadlineWords } from '../deadlineWords';
import { LateRule } from './LateRule';

const MOST = 20;

/** What happens by itself around the deadline of a step. */
export function LateRules({ node }: { node: Asking }) {
  const say = useDeadlineWords();
  const change = useChangeAsking(node);
  const { readOnly } = useInspectorFacts();
  const rules = node.action.late ?? [];
  const hasDeadline = node.action.due !== undefined || node.action.deadline?.field !== undefined;
  if (!hasDeadline && rules.length === 0) return null;
  const write = (next: Late[], topic: string) => change({ late: next.length > 0 ? next : undefined }, topic);
  return (
    <Section title={say('late')} hint={say('lateHint')}>
      {rules.map((rule, at) => (
        <div key={at} className="fi-copy fi-late" role="group" aria-label={say('rule', { n: at + 1 })}>
          <LateRule
            node={node}
            rule={rule}
            onChange={(next) =>
              write(
                rules.map((other, i) => (i === at ? next : other)),
                `late:${at}`,
              )
            }
          />
          <Button
            size="small"
            type="text"
            className="fi-late-remove"
            icon={<DeleteOutlined />}
            aria-label={say('remove', { n: at + 1 })}
            disabled={readOnly}
            onClick={() =>
              write(
                rules.filter((_, i) => i !== at),
                'late:remove',
              )
            }
          />
        </div>
      ))}
      {!readOnly && rules.length < MOST && (
        <Button
          size="small"
          type="text"
          className="fi-add"
          icon={<PlusOutlined />}
          onClick={() => write([...rules, { do: 'remind' }], 'late:add')}
        >
          {say('addLate')}
        </Button>
      )}
    </Section>
  );
}
