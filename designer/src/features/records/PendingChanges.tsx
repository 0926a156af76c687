import type { PendingChange } from '@/api';
import { ChangeNote, Differences } from '@/fields';
import { useText } from '@/i18n';
import { LinkButton } from '@/ui';
import { useWords } from './words';

/** The changes of a record that wait for approval, or for somebody's choice: the record still has the old values. */
export function PendingChanges({ pending }: { pending: readonly PendingChange[] | undefined }) {
  return (pending ?? []).map((one) =>
    one.status === 'conflict' ? (
      <Left key={one.instance} change={one} />
    ) : (
      <Waits key={one.instance} change={one} />
    ),
  );
}

function Waits({ change }: { change: PendingChange }) {
  const say = useWords();
  const text = useText();
  const title = say('pending', { who: text(change.by.name), flow: text(change.flowName) });
  return (
    <ChangeNote
      tone="waiting"
      label={title}
      title={title}
      hint={say('pendingHint')}
      action={<LinkButton to={`/instances/${change.instance}`}>{say('seeFlow')}</LinkButton>}
    >
      <Differences differences={change} />
    </ChangeNote>
  );
}

/** Of an approved change only the fields that are still open. */
function Left({ change }: { change: PendingChange }) {
  const say = useWords();
  const text = useText();
  const title = say('pendingConflict', { flow: text(change.flowName) });
  const open = change.choices ?? {
    ...change,
    fields: change.fields.filter((field) => change.left?.includes(field.key)),
  };
  return (
    <ChangeNote
      tone="here"
      label={title}
      title={title}
      hint={change.choose ? undefined : say('pendingOthers', { who: text(change.by.name) })}
      action={
        <LinkButton to={`/instances/${change.instance}`}>
          {say(change.choose ? 'pendingChoose' : 'seeFlow')}
        </LinkButton>
      }
    >
      <Differences differences={open} />
    </ChangeNote>
  );
}
