import { Alert } from 'antd';
import type { TaskView } from '@/api';
import { FieldValue } from '@/fields';
import { useText } from '@/i18n';
import type { Moved } from './useFollow';
import { useWords } from './words';

/** Says what somebody else changed while the task was looked at. */
export function MovedNote({ moved, task }: { moved: readonly Moved[]; task: TaskView }) {
  const say = useWords();
  const text = useText();
  const { links, people, files } = task.recordView;
  return (
    <Alert
      className="fl-task-moved"
      type="warning"
      showIcon
      title={say('moved')}
      description={
        <ul className="fl-moved">
          {moved.map(({ field, before, after }) => (
            <li key={field.key}>
              <strong>{text(field.name)}</strong>
              <del>
                <FieldValue
                  field={field}
                  value={before}
                  people={people}
                  files={files}
                  plain={field.type === 'file'}
                />
              </del>
              <span aria-hidden="true">→</span>
              <FieldValue
                field={field}
                value={after}
                link={links?.[field.key]}
                people={people}
                files={files}
              />
            </li>
          ))}
        </ul>
      }
    />
  );
}
