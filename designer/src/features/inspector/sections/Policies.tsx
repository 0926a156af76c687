import type { StepNode } from '@/model';
import { isApproving, isAsking } from '../change';
import { Section } from '../Section';
import { useTerms } from '../terms';
import { AddedBefore } from './AddedBefore';
import { Comment } from './Comment';
import { Empty } from './Empty';
import { May } from './May';
import { Passing } from './Passing';
import { PickPeople } from './PickPeople';
import { Reject } from './Reject';
import { Return } from './Return';
import { Self } from './Self';
import { StepCopies } from './StepCopies';

/** What a step with people decides by itself and lets them do: each in one line, until it is opened. */
export function Policies({ node }: { node: StepNode }) {
  const term = useTerms();
  if (!isAsking(node)) return null;
  const approving = isApproving(node) ? node : undefined;
  return (
    <Section title={term('policies')} hint={term('policiesHint')}>
      <div className="fi-folds">
        <PickPeople node={node} />
        <Empty node={node} />
        {approving && <Self node={approving} />}
        {approving && <Comment node={approving} />}
        {approving && <Reject node={approving} />}
        <Return node={node} />
        <May node={node} />
        <Passing node={node} />
        {approving && <AddedBefore node={approving} />}
        <StepCopies node={node} />
      </div>
    </Section>
  );
}
