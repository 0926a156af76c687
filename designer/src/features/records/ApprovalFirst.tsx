import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useDeferredValue } from 'react';
import { previewChange, type Values } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

interface ApprovalFirstProps {
  type: string;
  id: string;
  /** What the person has changed so far. */
  set: Values;
}

/** Says before saving that the change has to be approved first, by which flow, and who will be asked. */
export function ApprovalFirst({ type, id, set }: ApprovalFirstProps) {
  const say = useWords();
  const text = useText();
  const values = useDeferredValue(set);
  const ahead = useQuery({
    queryKey: ['change-preview', type, id, values],
    queryFn: () => previewChange(type, id, values),
    enabled: Object.keys(values).length > 0,
    retry: false,
  });
  if (!ahead.data?.flow || Object.keys(set).length === 0) return null;
  const people = ahead.data.steps.flatMap((step) => step.people.map((person) => text(person.name)));
  return (
    <Alert
      className="fl-record-note"
      type="info"
      showIcon
      role="status"
      title={say('approvalFirst', { flow: text(ahead.data.flowName) })}
      description={
        people.length > 0
          ? say('approvalAsks', { people: [...new Set(people)].join(say('comma')) })
          : say('approvalHint')
      }
    />
  );
}
