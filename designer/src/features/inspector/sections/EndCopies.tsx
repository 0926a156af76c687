import { useEditor } from '@/actions';
import type { EndCopy } from '@/model';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { Copies } from '../inputs/Copies';
import { useWhoWords } from '../inputs/useWhoWords';
import { useTerms } from '../terms';

const none: EndCopy[] = [];

/** Who gets a copy to read when the instance has ended. */
export function EndCopies() {
  const term = useTerms();
  const who = useWhoWords();
  const change = useChangeSettings();
  const copies = useEditor((state) => state.doc.settings?.copy ?? none);
  const people = copies.flatMap((copy) => copy.to);
  return (
    <Fold
      title={term('copies')}
      says={
        people.length > 0 ? term('copySays', { at: term('at_ended'), who: who(people) }) : term('noCopies')
      }
      isSet={copies.length > 0}
    >
      <Copies
        value={copies}
        moments={[{ value: 'ended', label: term('at_ended') }]}
        onChange={(next, topic) => change({ copy: next.length > 0 ? next : undefined }, topic)}
      />
    </Fold>
  );
}
