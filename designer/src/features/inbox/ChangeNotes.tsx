import type { TaskView } from '@/api';
import { Differences } from '@/fields';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { useWords } from './words';
import './changes.css';

/** What the approver has to know about changes before he decides: the one asked for, and those since he looked last. */
export function ChangeNotes({ task }: { task: TaskView }) {
  const say = useWords();
  const text = useText();
  const { proposal, changed } = task;
  return (
    <>
      {proposal ? (
        <section className="fl-task-changes" data-tone="waiting" aria-label={say('proposal')}>
          <h2>{say('proposal')}</h2>
          <p>{say('proposalHint', { who: text(proposal.by.name) })}</p>
          <Differences differences={proposal} />
        </section>
      ) : null}
      {changed ? (
        <section className="fl-task-changes" data-tone="here" aria-label={say('changed')}>
          <h2>
            {say(changed.decided ? 'changed' : 'changedSubmitted')} <Time at={changed.at} />
          </h2>
          <Differences differences={changed} />
        </section>
      ) : null}
    </>
  );
}
