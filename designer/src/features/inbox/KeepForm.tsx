import type { FormInstance } from 'antd';
import { hasReason, type TaskView, type Values } from '@/api';
import type { Attached } from '@/files';
import { KeepLine, KeepMoved } from '@/ui';
import { useKeep } from './useKeep';
import { useWords } from './words';

interface KeepFormProps {
  form: FormInstance<Values>;
  task: TaskView;
  comment: string;
  onComment: (comment: string) => void;
  attached: Attached;
  off: boolean;
}

/** Keeps a half-filled task for later: by itself, and at a press. Says when that was last. */
export function KeepForm(props: KeepFormProps) {
  const say = useWords();
  const { at, changed, keeping, keep, load, overwrite, discard } = useKeep(props);
  if (hasReason(keeping.error, 'task_draft_moved_on'))
    return (
      <KeepMoved
        words={{ moved: say('keep.elsewhere'), load: say('keep.load'), mine: say('keep.mine') }}
        onLoad={() => void load()}
        onOverwrite={() => void overwrite()}
      />
    );
  return (
    <KeepLine
      at={at}
      changed={changed}
      pending={keeping.isPending}
      problem={keeping.error?.message}
      words={{
        keep: say('keep'),
        at: (when) => say('keep.at', { when }),
        discard: say('keep.discard'),
        sure: say('keep.discardSure'),
        cancel: say('cancel'),
      }}
      onKeep={keep}
      onDiscard={discard}
    />
  );
}
