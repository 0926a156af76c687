import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useSession } from '@/api';
import { formatSize } from '@/ui';
import { FileLine } from './FileLine';
import type { Attached } from './useAttached';
import { useUploads, type Item } from './useUploads';
import { useWords } from './listWords';

interface AttachedFilesProps {
  to: Attached;
  /** How many there may be. */
  most?: number;
}

/** What is attached, each with how far it is; what did not get there says why. */
export function AttachedFiles({ to, most = 10 }: AttachedFilesProps) {
  const say = useWords();
  const largest = useSession().data?.maxFile;
  const refuses = useCallback(
    (file: File, place: number): string | undefined => {
      if (file.size === 0) return say('empty');
      if (largest && file.size > largest) return say('tooLarge', { max: formatSize(largest) });
      return place + to.kept.length >= most ? say('tooMany', { n: most }) : undefined;
    },
    [say, largest, most, to.kept.length],
  );
  const { items, retry, remove } = useUploads(to, refuses);
  return (
    <ul className="fl-files" aria-label={say('attached')}>
      {to.kept.map(({ id, name, size }) => (
        <FileLine
          key={id}
          name={name}
          size={size}
          actions={
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={say('remove', { name })}
              onClick={() => to.drop(id)}
            />
          }
        />
      ))}
      {items.map((item) => (
        <FileLine
          key={item.key}
          name={item.ref?.name ?? item.file.name}
          size={item.file.size}
          note={<Way item={item} />}
          actions={
            <>
              {item.problem && !item.refused ? (
                <Button size="small" onClick={() => retry(item)}>
                  {say('retry')}
                </Button>
              ) : null}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={say(item.ref || item.problem ? 'remove' : 'cancel', { name: item.file.name })}
                onClick={() => remove(item.key)}
              />
            </>
          }
        />
      ))}
    </ul>
  );
}

/** How far a file is. */
function Way({ item }: { item: Item }) {
  const say = useWords();
  if (item.problem)
    return (
      <span className="fl-file-problem" role="alert">
        {item.problem}
      </span>
    );
  if (item.ref) return null;
  const words = say('sending', { percent: Math.round(item.sent * 100) });
  return <progress className="fl-file-progress" max={1} value={item.sent} aria-label={words} title={words} />;
}
