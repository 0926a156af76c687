import { put, type StepNode, type SubflowAction } from '@/model';
import { isCalling, useChangeNode, withAction, type Calling } from '../change';
import { useInspectorFacts } from '../facts';
import { FlowSelect } from '../inputs/FlowSelect';
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
  const change = useChangeNode();
  const { type } = useInspectorFacts();
  const { action } = node;
  const write = (next: SubflowAction, topic: string) => change(withAction(node, next), topic);
  const link = type?.fields.find((field) => field.key === action.link);
  const over = { '': type?.key, linked: link?.target, new: action.of }[action.over ?? ''];
  return (
    <Section title={say('flow')} hint={say('flowHint')}>
      <FlowSelect
        label={say('flow')}
        value={action.flow}
        over={over}
        onChange={(flow) => write(put(action, { flow }), 'flow')}
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
}
