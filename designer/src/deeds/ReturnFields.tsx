import { Form, Radio } from 'antd';
import { useText } from '@/i18n';
import type { Subject } from './deed';
import { useDialogWords } from './dialogWords';

interface PartProps {
  subject: Subject;
}

/** Where it is returned to, with who is asked there again. */
export function BackField({ subject }: PartProps) {
  const say = useDialogWords();
  const text = useText();
  const targets = 'task' in subject ? (subject.task.back ?? []) : [];
  return (
    <Form.Item
      name="node"
      label={say('back')}
      initialValue={targets.length === 1 ? targets[0]?.node : undefined}
      rules={[{ required: true, message: say('wanted') }]}
    >
      <Radio.Group
        className="fl-deed-stack"
        options={targets.map((target) => ({
          value: target.node,
          label: (
            <>
              <strong>{text(target.name)}</strong>{' '}
              <span className="fl-faint">{target.people.map((person) => text(person.name)).join(' · ')}</span>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}

/** What was done by itself between there and here, and what of it is undone. */
export function DoneField({ subject }: PartProps) {
  const say = useDialogWords();
  const text = useText();
  const node = Form.useWatch<string | undefined>('node', Form.useFormInstance());
  const target = 'task' in subject ? subject.task.back?.find((one) => one.node === node) : undefined;
  if (!target?.done?.length) return null;
  return (
    <div className="fl-deed-told">
      <p>{say('doneBetween')}</p>
      <ul>
        {target.done.map((step) => (
          <li key={step.node}>
            {say(step.undone ? 'doneUndone' : 'doneStays', { step: text(step.name) || step.node })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How it comes forward again: asked where whoever returns it may say, and told where the flow says it. */
export function WayField({ subject }: PartProps) {
  const say = useDialogWords();
  const mode = 'task' in subject ? subject.task.mode : undefined;
  if (mode === 'direct' || mode === 'submitter') return <p className="fl-deed-told">{say(`mode.${mode}`)}</p>;
  if (mode !== 'returner') return null;
  return (
    <Form.Item name="direct" label={say('way')} initialValue={true}>
      <Radio.Group
        options={[
          { value: true, label: say('way.direct') },
          { value: false, label: say('way.rerun') },
        ]}
      />
    </Form.Item>
  );
}
