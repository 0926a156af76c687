import { put } from '@/model';
import { useChangeAsking, type Asking } from '../change';
import { Fold } from '../Fold';
import { Choice } from '../inputs/Choice';
import { useWhoWords } from '../inputs/useWhoWords';
import { WhoSelect } from '../inputs/WhoSelect';
import { useTerms } from '../terms';

const WAYS = ['', 'people', 'approve', 'reject', 'block'] as const;

/** What happens where nobody is found to ask. */
export function Empty({ node }: { node: Asking }) {
  const term = useTerms();
  const who = useWhoWords();
  const change = useChangeAsking(node);
  const { empty } = node.action;
  const way = empty?.do ?? '';
  const people = empty?.by ?? [];
  const says =
    way === 'people' && people.length > 0
      ? term('emptySaysPeople', { who: who(people) })
      : term(`empty_${way}`);
  const title = term(node.action.type === 'approve' ? 'empty' : 'emptyDo');
  return (
    <Fold title={title} says={says} isSet={empty !== undefined}>
      <Choice
        label={title}
        value={way}
        options={WAYS.map((value) => ({ value, label: term(`empty_${value}`) }))}
        onChange={(next) => change({ empty: next === '' ? undefined : { do: next } }, 'empty')}
      />
      {way === 'people' && (
        <WhoSelect
          label={term('emptyWho')}
          value={people}
          onChange={(by) =>
            change({ empty: put(empty ?? {}, { by: by.length > 0 ? by : undefined }) }, 'empty:by')
          }
        />
      )}
    </Fold>
  );
}
