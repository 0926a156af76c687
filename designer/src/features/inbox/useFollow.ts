import type { FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FieldView, TaskView, Value, Values } from '@/api';
import { editable, isSame } from '@/fields';

/** A field that somebody else changed while the task was looked at. */
export interface Moved {
  field: FieldView;
  before: Value;
  after: Value;
}

const movedBetween = (before: TaskView, after: TaskView): Moved[] =>
  after.recordView.fields
    .map((field) => ({
      field,
      before: before.recordView.values[field.key],
      after: after.recordView.values[field.key],
    }))
    .filter((one) => one.field.access !== 'hidden' && !isSame(one.before, one.after));

/**
 * Keeps an open form true to a record that somebody else changes: inputs that the person has not touched follow, what was
 * typed stays. Answers what has moved since the page was opened.
 */
export function useFollow(form: FormInstance<Values>, task: TaskView): Moved[] {
  const [first] = useState(task);
  const last = useRef(task);
  useEffect(() => {
    const before = last.current;
    last.current = task;
    if (before.data === task.data) return;
    for (const field of editable(task.recordView.fields)) {
      const typed: unknown = form.getFieldValue(field.key);
      const was = before.recordView.values[field.key];
      if (JSON.stringify(typed ?? null) === JSON.stringify(was ?? null))
        form.setFieldValue(field.key, task.recordView.values[field.key]);
    }
  }, [form, task]);
  return first.data === task.data ? [] : movedBetween(first, task);
}
