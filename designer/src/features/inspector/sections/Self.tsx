import { useChangeApproving, type Approving } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { useTerms } from '../terms';

const WAYS = ['', 'ask', 'manager', 'head'] as const;

/** What happens when whoever submitted would have to decide. */
export function Self({ node }: { node: Approving }) {
  const term = useTerms();
  const change = useChangeApproving(node);
  const way = node.action.self ?? '';
  return (
    <Fold title={term('self')} says={term(`self_${way}`)} isSet={way !== ''}>
      <Choice
        label={term('self')}
        value={way}
        options={WAYS.map((value) => ({ value, label: term(`self_${value}`) }))}
        onChange={(next) => change({ self: next || undefined }, 'self')}
      />
    </Fold>
  );
}
