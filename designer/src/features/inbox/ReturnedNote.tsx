import { Alert } from 'antd';
import { Suspense } from 'react';
import type { InstanceView } from '@/api';
import { FileList } from '@/files';
import { useText } from '@/i18n';
import { Time } from '@/ui';
import { useWords } from './words';

/** Who returned it and why, above the form in which it is mended. */
export function ReturnedNote({ instance, node }: { instance: InstanceView | undefined; node: string }) {
  const say = useWords();
  const text = useText();
  const entry = instance?.timeline
    .filter((one) => one.type === 'instance.returned' && one.data?.nodes?.[0] === node)
    .at(-1);
  if (!instance || !entry) return null;
  const who = text(instance.people[entry.by ?? '']?.name);
  return (
    <Alert
      className="fl-task-returned"
      type="warning"
      showIcon
      title={say('returnedBy', { who, node: text(entry.nodeName) })}
      description={
        <>
          {entry.comment ? <blockquote>{entry.comment}</blockquote> : null}
          <Time at={entry.at} />
          {entry.files ? (
            <Suspense>
              <FileList ids={entry.files} known={instance.files} />
            </Suspense>
          ) : null}
        </>
      }
    />
  );
}
