import { Alert, Button, Popconfirm, type FormInstance } from 'antd';
import { hasReason, type TaskView, type Values } from '@/api';
import type { Attached } from '@/files';
import { useLanguage } from '@/i18n';
import { formatMoment } from '@/ui';
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
  const lang = useLanguage();
  const { at, changed, keeping, keep, load, overwrite, discard } = useKeep(props);
  const today = at !== undefined && new Date(at).toDateString() === new Date().toDateString();
  const when = at ? (today ? formatMoment(at, lang).slice(-5) : formatMoment(at, lang)) : '';
  if (hasReason(keeping.error, 'task_draft_moved_on'))
    return (
      <Alert
        className="fl-keep-conflict"
        type="warning"
        showIcon
        title={say('keep.elsewhere')}
        action={
          <span className="fl-keep">
            <Button size="small" onClick={() => void load()}>
              {say('keep.load')}
            </Button>
            <Button size="small" onClick={() => void overwrite()}>
              {say('keep.mine')}
            </Button>
          </span>
        }
      />
    );
  return (
    <div className="fl-keep">
      <span role="status" className="fl-faint">
        {keeping.error ? keeping.error.message : when && !changed ? say('keep.at', { when }) : ''}
      </span>
      {at && !changed ? (
        <Popconfirm
          title={say('keep.discardSure')}
          okText={say('keep.discard')}
          cancelText={say('cancel')}
          onConfirm={discard}
        >
          <Button type="link" size="small">
            {say('keep.discard')}
          </Button>
        </Popconfirm>
      ) : null}
      {changed ? (
        <Button size="small" loading={keeping.isPending} onClick={keep}>
          {say('keep')}
        </Button>
      ) : null}
    </div>
  );
}
