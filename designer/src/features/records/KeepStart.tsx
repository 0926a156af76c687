import { Alert } from 'antd';
import { hasReason } from '@/api';
import { useText } from '@/i18n';
import { KeepLine, KeepMoved } from '@/ui';
import { useKeepStart, type KeptStart } from './useKeepStart';
import { useWords } from './words';

/** Keeps a request that is not sent yet: by itself, and at a press. Says when that was last, and what did not fit any more. */
export function KeepStart(props: KeptStart) {
  const say = useWords();
  const text = useText();
  const { at, changed, keeping, keep, load, overwrite, discard } = useKeepStart(props);
  const { draft } = props;
  const dropped = draft?.dropped ?? [];
  if (hasReason(keeping.error, 'start_draft_moved_on'))
    return (
      <KeepMoved
        words={{ moved: say('draft.elsewhere'), load: say('draft.load'), mine: say('draft.mine') }}
        onLoad={() => void load()}
        onOverwrite={() => void overwrite()}
      />
    );
  return (
    <>
      {draft && (draft.recordChanged || draft.flowChanged || dropped.length > 0) ? (
        <Alert
          className="fl-record-note"
          type="info"
          showIcon
          closable
          title={say(draft.flowChanged ? 'draft.flowChanged' : 'draft.recordChanged')}
          description={
            dropped.length > 0
              ? say('draft.dropped', { fields: dropped.map((name) => text(name)).join(say('comma')) })
              : say('draft.allFits')
          }
        />
      ) : null}
      <KeepLine
        at={at}
        changed={changed}
        pending={keeping.isPending}
        problem={keeping.error?.message}
        words={{
          keep: say('draft.keep'),
          at: (when) => say('draft.at', { when }),
          discard: say('draft.discard'),
          sure: say('draft.discardSure'),
          cancel: say('cancel'),
        }}
        onKeep={keep}
        onDiscard={() => void discard()}
      />
    </>
  );
}
