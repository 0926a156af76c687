import { Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useMe } from '@/api';
import { findsPerson, usePeopleOptions } from '@/fields';
import { useText } from '@/i18n';
import type { Subject } from './deed';
import { useDialogWords } from './dialogWords';

interface PartProps {
  subject: Subject;
}

/** Everybody who can be named: not oneself, and not whose task it is. */
function useOthers(subject: Subject) {
  const me = useMe();
  const { options, pending } = usePeopleOptions();
  const barred = [me?.id, 'task' in subject ? subject.task.assignee.id : undefined];
  return { options: options.filter((option) => !barred.includes(option.value)), loading: pending };
}

/** One person, found by name or department. */
export function PersonField({ subject }: PartProps) {
  const say = useDialogWords();
  const others = useOthers(subject);
  return (
    <Form.Item name="person" label={say('person')} rules={[{ required: true, message: say('wanted') }]}>
      <Select
        {...others}
        showSearch={{ filterOption: findsPerson }}
        placeholder={say('search')}
        notFoundContent={say('notFound')}
      />
    </Form.Item>
  );
}

/** Several people, found by name or department. */
export function PeopleField({ subject }: PartProps) {
  const say = useDialogWords();
  // The list would stay open over what is below it.
  const [open, setOpen] = useState(false);
  const others = useOthers(subject);
  return (
    <Form.Item name="people" label={say('people')} rules={[{ required: true, message: say('wanted') }]}>
      <Select
        {...others}
        mode="multiple"
        open={open}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        showSearch={{ filterOption: findsPerson }}
        placeholder={say('search')}
        notFoundContent={say('notFound')}
      />
    </Form.Item>
  );
}

/** Those of the people who were added that can still be removed. */
export function AddedField({ subject }: PartProps) {
  const say = useDialogWords();
  const text = useText();
  const added = 'task' in subject ? (subject.task.added ?? []) : [];
  return (
    <Form.Item
      name="people"
      label={say('added')}
      initialValue={added.length === 1 ? added.map((person) => person.id) : undefined}
      rules={[{ required: true, message: say('wanted') }]}
    >
      <Checkbox.Group
        className="fl-deed-stack"
        options={added.map((person) => ({ value: person.id, label: text(person.name) }))}
      />
    </Form.Item>
  );
}
