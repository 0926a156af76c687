import { Alert } from 'antd';
import type { PendingChange } from '@/api';
import { Differences } from '@/fields';
import { useText } from '@/i18n';
import { LinkButton } from '@/ui';
import { useWords } from './words';

/** The changes of a record that wait for approval, or for somebody's choice: the record still has the old values. */
export function PendingChanges({ pending }: { pending: readonly PendingChange[] | undefined }) {
  const say = useWords();
  const text = useText();
  return (pending ?? []).map((one) => {
    const open = one.status === 'conflict';
    return (
      <Alert
        key={one.instance}
        className="fl-record-note"
        type={open ? 'warning' : 'info'}
        showIcon
        title={say(open ? 'pendingConflict' : 'pending', {
          who: text(one.by.name),
          flow: text(one.flowName),
        })}
        description={<Differences differences={one} marked={one.left ?? []} mark={say('pendingLeft')} />}
        action={
          <LinkButton to={`/instances/${one.instance}`}>
            {say(open && one.choose ? 'pendingChoose' : 'seeFlow')}
          </LinkButton>
        }
      />
    );
  });
}
