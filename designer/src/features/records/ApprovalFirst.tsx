import type { ChangePreview } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** Says before saving that the change has to be approved first, by which flow, and who will be asked. */
export function ApprovalFirst({ ahead }: { ahead: ChangePreview }) {
  const say = useWords();
  const text = useText();
  const people = ahead.steps.flatMap((step) => step.people.map((person) => text(person.name)));
  return (
    <p className="fl-approval-first" role="status">
      <strong>{say('approvalFirst', { flow: text(ahead.flowName) })}</strong>{' '}
      {people.length > 0
        ? say('approvalAsks', { people: [...new Set(people)].join(say('comma')) })
        : say('approvalHint')}
    </p>
  );
}
