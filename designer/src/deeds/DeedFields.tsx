import { Form, Input } from 'antd';
import { Suspense, type ComponentProps, type ReactNode } from 'react';
import { FilesInput, unsettledOf, waitWords } from '@/files';
import type { Deed, Subject, Wanted } from './deed';
import { AddedField, PeopleField, PersonField } from './PeopleFields';
import { OpenField } from './OpenField';
import { PlaceField } from './PlaceField';
import { BackField, DoneField, WayField } from './ReturnFields';
import { StandingField } from './StandingField';
import { useDialogWords } from './dialogWords';

interface PartProps {
  subject: Subject;
}

function ReasonField() {
  const say = useDialogWords();
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
  const say = useDialogWords();
  return (
    <Form.Item name="comment" label={say('note')}>
      <Input.TextArea rows={2} maxLength={2000} />
    </Form.Item>
  );
}

function FilesField() {
  const say = useDialogWords();
  return (
    <Form.Item
      name="files"
      label={say('files')}
      rules={[
        {
          validator: (_, value: string[] = []) => {
            const wait = waitWords(unsettledOf(value));
            return wait ? Promise.reject(new Error(wait)) : Promise.resolve();
          },
        },
      ]}
    >
      <LaterFiles />
    </Form.Item>
  );
}

/** The input, given its value by the form item around it. */
function LaterFiles(props: ComponentProps<typeof FilesInput>) {
  return (
    <Suspense fallback={null}>
      <FilesInput {...props} />
    </Suspense>
  );
}

const parts: Record<Wanted, (props: PartProps) => ReactNode> = {
  person: PersonField,
  people: PeopleField,
  added: AddedField,
  back: BackField,
  done: DoneField,
  way: WayField,
  place: PlaceField,
  open: OpenField,
  standing: StandingField,
  reason: ReasonField,
  note: NoteField,
  files: FilesField,
};

/** The parts of the form that a deed wants, in its order. */
export function DeedFields({ deed, subject }: { deed: Deed; subject: Subject }) {
  return deed.wants.map((wanted) => {
    const Part = parts[wanted];
    return <Part key={wanted} subject={subject} />;
  });
}
