import type { TaskView } from '@/api';
import { ChangeNote, Differences } from '@/fields';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { useChangeWords } from './changeWords';

/** What the approver has to know about changes before he decides: the one asked for, and those since he looked last. */
export function ChangeNotes({ task }: { task: TaskView }) {
  const say = useChangeWords();
  const text = useText();
  const { proposal, changed } = task;
  const since = say(changed?.decided ? 'changed' : 'changedSubmitted');
  return (
    <>
      {proposal ? (
        <ChangeNote
          tone="waiting"
          label={say('proposal')}
          title={say('proposal')}
          hint={say(changed ? 'proposalGrown' : 'proposalHint', { who: text(proposal.by.name) })}
        >
          <Differences differences={proposal} />
        </ChangeNote>
      ) : null}
      {changed ? (
        <ChangeNote
          tone="here"
          label={since}
          title={
            <>
              {since} <Time at={changed.at} />
            </>
          }
        >
          <Differences differences={changed} />
        </ChangeNote>
      ) : null}
    </>
  );
}
