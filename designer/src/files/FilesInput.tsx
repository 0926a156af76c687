import { useLayoutEffect, useRef } from 'react';
import type { FileRef } from '@/api';
import { AttachButton } from './AttachButton';
import { AttachedFiles } from './AttachedFiles';
import { FileList } from './FileList';
import { settledOf, valueOf, type Unsettled } from './unsettled';
import { useAttached, type Attached } from './useAttached';
import { useTaking } from './useTaking';
import { useWords } from './listWords';
import './files.css';

interface FilesInputProps {
  id?: string;
  'aria-label'?: string;
  /** Ids, and a mark while some files are on their way: see unsettled.ts. */
  value?: readonly string[] | null | undefined;
  onChange?: (value: string[]) => void;
  /** The files that were there before. */
  known?: Record<string, FileRef> | undefined;
  most?: number;
}

/** Files as a part of a form: those that are there, and those that are added. */
export function FilesInput({ id, value, onChange, known, most = 10, 'aria-label': label }: FilesInputProps) {
  const say = useWords();
  const added = useAttached();
  // What was told last: an upload that ends before the form has drawn again must not bring back what was removed.
  const told = useRef<readonly string[]>(value ?? []);
  useLayoutEffect(() => {
    told.current = value ?? [];
  }, [value]);
  const keptOf = (all: readonly string[]): string[] =>
    settledOf(all).filter((one) => !added.ids.includes(one));
  const kept = keptOf(value ?? []);
  const change = (now: string[]): void => {
    told.current = now;
    onChange?.(now);
  };
  const tell = (there: readonly string[], unsettled: Unsettled): void =>
    change(valueOf([...keptOf(told.current).filter((one) => !there.includes(one)), ...there], unsettled));
  const attached: Attached = {
    ...added,
    take: (files) => {
      added.take(files);
      tell(added.ids, 'sending');
    },
    report: (ids, unsettled) => {
      added.report(ids, unsettled);
      tell(ids, unsettled);
    },
  };
  const taking = useTaking(attached);
  return (
    <div className="fl-files-input" role="group" aria-label={label} {...taking}>
      {kept.length > 0 ? (
        <FileList
          ids={kept}
          known={known}
          onRemove={(gone) =>
            change(
              valueOf([...keptOf(told.current).filter((one) => one !== gone), ...added.ids], added.unsettled),
            )
          }
        />
      ) : null}
      {added.picked.length > 0 ? <AttachedFiles to={attached} most={most} /> : null}
      <div className="fl-files-add">
        <AttachButton to={attached} wide id={id} />
        <span className="fl-faint fl-by-mouse">{say('drop')}</span>
      </div>
    </div>
  );
}
