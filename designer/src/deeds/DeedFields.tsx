import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Deed, Subject, Wanted } from './deed';
import { AddedField, PeopleField, PersonField } from './PeopleFields';
import { OpenField } from './OpenField';
import { PlaceField } from './PlaceField';
import { BackField, WayField } from './ReturnFields';
import { StandingField } from './StandingField';
import { useWords } from './words';

interface PartProps {
  subject: Subject;
}

function ReasonField() {
  const say = useWords();
  return (
    <Form.Item
      name="comment"
      label={say('reason')}
      extra={say('reasonHint')}
      rules={[{ required: true, whitespace: true, message: say('reasonWanted') }]}
    >
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  );
}

function NoteField() {
  const say = useWords();
  return (
    <Form.Item name="comment" label={say('note')}>
      <Input.TextArea rows={2} maxLength={2000} />
    </Form.Item>
  );
}

const parts: Record<Wanted, (props: PartProps) => ReactNode> = {
  person: PersonField,
  people: PeopleField,
  added: AddedField,
  back: BackField,
  way: WayField,
  place: PlaceField,
  open: OpenField,
  standing: StandingField,
  reason: ReasonField,
  note: NoteField,
};

/** The parts of the form that a deed wants, in its order. */
export function DeedFields({ deed, subject }: { deed: Deed; subject: Subject }) {
  return deed.wants.map((wanted) => {
    const Part = parts[wanted];
    return <Part key={wanted} subject={subject} />;
  });
}
