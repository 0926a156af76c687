import { Section } from '../Section';
import { useTerms } from '../terms';
import { Admins } from './Admins';
import { CopyRights } from './CopyRights';
import { Dedup } from './Dedup';
import { EndCopies } from './EndCopies';
import { Urge } from './Urge';
import { Void } from './Void';
import { Withdraw } from './Withdraw';

/** What holds for every step of the flow: each in one line, until it is opened. */
export function FlowPolicies() {
  const term = useTerms();
  return (
    <Section title={term('policies')} hint={term('policiesHint')}>
      <div className="fi-folds">
        <Withdraw />
        <Void />
        <Dedup />
        <Admins />
        <EndCopies />
        <CopyRights />
        <Urge />
      </div>
    </Section>
  );
}
