import { useLanguage } from '@/i18n';
import { describeSelector } from '@/kinds';
import { put, unreachable, type ApproveAction, type Selector, type StepNode } from '@/model';
import { useChangeNode, withAction } from '../change';
import { useInspectorFacts } from '../facts';
import { MoveButtons, moved } from '../inputs/OrderList';
import { ChainForm } from '../inputs/ChainForm';
import { WhoSelect } from '../inputs/WhoSelect';
import { Section } from '../Section';
import { useWords } from '../words';

/** Who is asked or told; in which order, when they are asked one after the other. */
export function Who({ node }: { node: StepNode }) {
  const say = useWords();
  const change = useChangeNode();
  const { action } = node;
  if (!action || action.type === 'update' || action.type === 'subflow') return null;
  const people = action.type === 'notify' ? action.to : action.by;
  const title = say(
    action.type === 'approve' ? 'whoApprove' : action.type === 'notify' ? 'whoNotify' : 'who',
  );
  const choose = (next: Selector[]) => change(withPeople(node, next), 'who');
  return (
    <Section title={title}>
      <WhoSelect label={title} value={people} onChange={choose} />
      {people.map((selector, at) =>
        'chain' in selector ? (
          <ChainForm
            key={at}
            chain={selector.chain}
            onChange={(chain) => choose(people.with(at, { chain }))}
          />
        ) : null,
      )}
      {people.length === 0 && <p className="fi-warning">{say('nobody')}</p>}
      {action.type === 'approve' && action.quorum.mode === 'order' && people.length > 1 && (
        <Order people={people} onChange={choose} />
      )}
    </Section>
  );
}

function withPeople(node: StepNode, people: Selector[]): StepNode {
  const { action } = node;
  switch (action?.type) {
    case 'approve':
      return withAction(node, put(action, inOrder(action, people)));
    case 'do':
      return withAction(node, put(action, { by: people }));
    case 'notify':
      return withAction(node, put(action, { to: people }));
    case 'update':
    case 'subflow':
    case undefined:
      return node;
    default:
      return unreachable(action);
  }
}

/** Superiors sign one after the other: choosing them chooses that. */
function inOrder(action: ApproveAction, by: Selector[]): Partial<ApproveAction> {
  const begins = (list: Selector[]) => list.some((selector) => 'chain' in selector);
  return begins(by) && !begins(action.by) ? { by, quorum: { mode: 'order' } } : { by };
}

function Order({ people, onChange }: { people: Selector[]; onChange: (people: Selector[]) => void }) {
  const { company, type } = useInspectorFacts();
  const lang = useLanguage();
  const say = useWords();
  return (
    <ol className="fi-order" aria-label={say('order')}>
      {people.map((selector, at) => (
        <li key={JSON.stringify(selector)}>
          <span>{describeSelector(selector, company, type, lang)}</span>
          <MoveButtons at={at} count={people.length} onMove={(to) => onChange(moved(people, at, to))} />
        </li>
      ))}
    </ol>
  );
}
