import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import { keepTask, keys, readTask, type TaskView, type Values } from '@/api';
import type { Attached } from '@/files';
import { goOn } from '@/fields';
import { useSoon } from '@/ui';
import { isNothing, keptBefore, keptOf, type Kept } from './keeping';

interface Keep {
  form: FormInstance<Values>;
  task: TaskView;
  comment: string;
  onComment: (comment: string) => void;
  /** What goes with the comment. */
  attached: Attached;
  /** Nothing is kept any more: it is being decided. */
  off: boolean;
}

const wordsOf = ({ set, comment, files }: Kept): string => JSON.stringify({ set, comment, files });

/** Keeps what is filled in at a task on the server, a while after it was typed, and goes on from what was kept before. */
export function useKeep({ form, task, comment, onComment, attached, off }: Keep) {
  const cache = useQueryClient();
  const [opened] = useState(task);
  const [kept, setKept] = useState(() => keptBefore(task));
  const typed = Form.useWatch((form: Values): Values | undefined => form, form);
  const { fields, values } = task.recordView;
  const now = typed ? keptOf(fields, values, typed, { comment, files: attached.ids }) : kept;
  const what = wordsOf(now);
  const changed = what !== wordsOf(kept);
  const { begin: attach } = attached;

  // What was kept is put into the form once, when the task is opened.
  useEffect(() => {
    const { draft, recordView } = opened;
    if (!draft) return;
    form.setFieldsValue(goOn(recordView.fields, recordView.values, draft.set));
    if (draft.comment) onComment(draft.comment);
    if (draft.files) attach(draft.files);
  }, [opened, form, onComment, attach]);

  const keeping = useMutation({
    mutationFn: ({ set, comment, files, revision }: Kept & { revision: number }) =>
      keepTask(task.id, { set, comment, files, revision, data: task.data }),
    onSuccess: (draft, { set, comment, files }) => {
      setKept({ set, comment, files, revision: draft.revision, at: draft.savedAt });
      cache.setQueryData<TaskView>(keys.task(task.id), (old) => old && { ...old, draft });
    },
  });
  const { mutate, isError, isPending } = keeping;
  const keep = (): void => mutate({ ...now, revision: kept.revision });
  useSoon(changed && !off && !isPending && !isError, what, keep);

  const begin = (view: TaskView): void => {
    form.resetFields();
    if (view.draft) form.setFieldsValue(goOn(view.recordView.fields, view.recordView.values, view.draft.set));
    onComment(view.draft?.comment ?? '');
    attach(view.draft?.files ?? []);
    setKept(keptBefore(view));
    keeping.reset();
  };
  return {
    at: isNothing(kept) ? undefined : kept.at,
    changed,
    keeping,
    keep,
    /** Takes what was kept elsewhere instead of what is here. */
    load: async () => begin(await readTask(task.id)),
    /** Keeps what is here instead of what was kept elsewhere. */
    overwrite: async () => mutate({ ...now, revision: keptBefore(await readTask(task.id)).revision }),
    /** Begins again from the record. */
    discard: () => {
      form.resetFields();
      onComment('');
      attach([]);
      mutate({ set: {}, comment: '', files: [], revision: kept.revision });
    },
  };
}
