import { InputNumber } from 'antd';
import { useEditor } from '@/actions';
import { edgesTo, put, type JoinNode, type JoinRule } from '@/model';
import { useChangeNode } from '../change';
import { useInspectorFacts } from '../facts';
import { Choice } from '../inputs/Choice';
import { Section } from '../Section';
import { useWords } from '../words';

const MODES = ['all', 'first', 'n'] as const;

/** How many branches a join waits for, and what becomes of the others. */
export function JoinWait({ node }: { node: JoinNode }) {
  const say = useWords();
  const change = useChangeNode();
  const { readOnly } = useInspectorFacts();
  const waysIn = useEditor((state) => edgesTo(state.doc, node.id).length);
  const rule: JoinRule = node.join ?? { mode: 'all' };
  const write = (join: JoinRule | undefined, topic: string) => change(put(node, { join }), topic);
  const fresh = { all: undefined, first: { mode: 'first' }, n: { mode: 'n', n: 2 } } as const;
  return (
    <Section title={say('join')}>
      <Choice
        label={say('join')}
        value={rule.mode}
        options={MODES.map((value) => ({ value, label: say(`join_${value}`) }))}
        onChange={(mode) => write(fresh[mode], 'join')}
      />
      {rule.mode === 'n' && (
        <>
          <label className="fi-labelled">
            <span>{say('joinN', { all: waysIn })}</span>
            <InputNumber
              aria-label={say('joinN', { all: waysIn })}
              min={1}
              max={Math.max(1, Math.min(100, waysIn))}
              precision={0}
              disabled={readOnly}
              value={rule.n ?? 1}
              onChange={(n) => write(put(rule, { n: n ?? 1 }), 'join:n')}
            />
          </label>
          <p className="fi-label">{say('joinShort')}</p>
          <Choice
            label={say('joinShort')}
            value={rule.short ?? ''}
            options={(['', 'hold'] as const).map((value) => ({ value, label: say(`joinShort_${value}`) }))}
            onChange={(short) => write(put(rule, { short: short || undefined }), 'join:short')}
          />
        </>
      )}
      {rule.mode !== 'all' && <p className="fi-note">{say('joinOthers')}</p>}
    </Section>
  );
}
