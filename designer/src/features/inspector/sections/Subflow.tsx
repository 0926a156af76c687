import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { keys, listFlows } from '@/api';
import { useEditor } from '@/actions';
import { useText } from '@/i18n';
import { put, type StepNode, type SubflowAction } from '@/model';
import { isCalling, useChangeNode, withAction, type Calling } from '../change';
import { useInspectorFacts } from '../facts';
import { Tick } from '../inputs/Tick';
import { Section } from '../Section';
import { useSubWords } from '../subWords';
import { SubCount } from './SubCount';

/** Which flow a sub-flow step runs, how many times, and whether it waits. */
export function Subflow({ node }: { node: StepNode }) {
  return isCalling(node) ? <Called node={node} /> : null;
}

function Called({ node }: { node: Calling }) {
  const say = useSubWords();
  const text = useText();
  const change = useChangeNode();
  const { type, types, readOnly } = useInspectorFacts();
  const own = useEditor((state) => state.doc.key);
  const { action } = node;
  const flows = useQuery({ queryKey: keys.flows, queryFn: listFlows }).data ?? [];
  const write = (next: SubflowAction, topic: string) => change(withAction(node, next), topic);
  const link = type?.fields.find((field) => field.key === action.link);
  const over = { '': type?.key, linked: link?.target, new: action.of }[action.over ?? ''];
  const fitting = flows.filter((flow) => flow.key !== own && (!over || flow.record === over));
  const known = fitting.find((flow) => flow.key === action.flow);
  return (
    <Section title={say('flow')} hint={say('flowHint')}>
      <Select
        className="fi-wide"
        aria-label={say('flow')}
        disabled={readOnly}
        value={action.flow || undefined}
        placeholder={say('chooseFlow')}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          ...fitting.map((flow) => ({
            value: flow.key,
            label: flow.current ? text(flow.name) : say('unpublished', { flow: text(flow.name) }),
          })),
          ...(action.flow && !known ? [{ value: action.flow, label: nameOf(action.flow) }] : []),
        ]}
        notFoundContent={say('noFlow', { record: text(types.find((one) => one.key === over)?.name) })}
        onChange={(flow: string) => write(put(action, { flow }), 'flow')}
      />
      <Tick
        label={say('latest')}
        value={action.version === 'latest'}
        onChange={(on) => write(put(action, { version: on ? 'latest' : undefined }), 'version')}
      />
      <Tick
        label={say('wait')}
        value={!action.detached}
        onChange={(on) =>
          write(
            put(action, {
              detached: on ? undefined : true,
              ...(on ? {} : { out: undefined, reject: undefined, finish: undefined }),
            }),
            'wait',
          )
        }
      />
      <p className="fi-label">{say('each')}</p>
      <SubCount node={node} />
    </Section>
  );

  function nameOf(key: string): string {
    return text(flows.find((flow) => flow.key === key)?.name) || key;
  }
}
