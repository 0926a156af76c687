import { useEditor } from '@/actions';
import type { Selector } from '@/model';
import { useChangeSettings } from '../change';
import { Fold } from '../Fold';
import { useWhoWords } from '../inputs/useWhoWords';
import { WhoSelect } from '../inputs/WhoSelect';
import { useTerms } from '../terms';

const none: Selector[] = [];

/** Who is asked where nobody is found. */
export function Admins() {
  const term = useTerms();
  const who = useWhoWords();
  const change = useChangeSettings();
  const admins = useEditor((state) => state.doc.settings?.admins ?? none);
  return (
    <Fold
      title={term('admins')}
      says={admins.length > 0 ? who(admins) : term('admins_')}
      isSet={admins.length > 0}
    >
      <WhoSelect
        label={term('admins')}
        otherwise={term('admins_')}
        value={admins}
        onChange={(next) => change({ admins: next.length > 0 ? next : undefined }, 'admins')}
      />
      <p className="fi-note">{term('adminsHint')}</p>
    </Fold>
  );
}
