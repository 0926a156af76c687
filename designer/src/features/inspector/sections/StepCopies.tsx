import { useChangeAsking, type Asking } from '../change';
import { Fold } from '../Fold';
import { Copies } from '../inputs/Copies';
import { useWhoWords } from '../inputs/useWhoWords';
import { useTerms } from '../terms';

/** Who gets a copy of a step to read. */
export function StepCopies({ node }: { node: Asking }) {
  const term = useTerms();
  const who = useWhoWords();
  const change = useChangeAsking(node);
  const copies = node.action.copy ?? [];
  const moments =
    node.action.type === 'approve'
      ? ([
          { value: 'entered', label: term('at_entered') },
          { value: 'passed', label: term('at_passed') },
          { value: 'rejected', label: term('at_rejected') },
        ] as const)
      : ([
          { value: 'entered', label: term('at_entered') },
          { value: 'passed', label: term('at_done') },
        ] as const);
  const says = copies
    .filter((copy) => copy.to.length > 0)
    .map(({ at, to }) =>
      term('copySays', { at: moments.find(({ value }) => value === at)?.label ?? at, who: who(to) }),
    );
  return (
    <Fold
      title={term('copies')}
      says={says.length > 0 ? says.join(term('semicolon')) : term('noCopies')}
      isSet={copies.length > 0}
    >
      <Copies
        value={copies}
        moments={moments}
        onChange={(next, topic) => change({ copy: next.length > 0 ? next : undefined }, topic)}
      />
    </Fold>
  );
}
