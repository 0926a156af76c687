import { useMemo } from 'react';
import type { FieldView, RecordView } from '@/api';

/** The fields of a record as they may be changed now: those of which a change waits for approval are only read. */
export function useWaiting({ fields, pending }: RecordView): FieldView[] {
  return useMemo(() => {
    const asked = (pending ?? [])
      .filter((change) => change.status === 'pending')
      .flatMap((change) => change.fields.map((field) => field.key));
    return fields.map((field) => (asked.includes(field.key) ? { ...field, access: 'read' } : field));
  }, [fields, pending]);
}
