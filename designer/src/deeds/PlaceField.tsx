import { Form, Radio } from 'antd';
import type { DeedForm, Subject } from './deed';
import { useDialogWords } from './dialogWords';

const places = ['before', 'after', 'beside'] as const;
const modes = ['all', 'any', 'order'] as const;

/** Where added signers stand, as far as the step allows, and how many of them must agree. */
export function PlaceField({ subject }: { subject: Subject }) {
  const say = useDialogWords();
  const form = Form.useFormInstance<DeedForm>();
  const place = Form.useWatch('place', form);
  const people = Form.useWatch('people', form) ?? [];
  const offered = places.filter((one) => 'task' in subject && subject.task.can.includes(`add_${one}`));
  return (
    <>
      <Form.Item
        name="place"
        label={say('place')}
        initialValue={offered[0]}
        rules={[{ required: true, message: say('wanted') }]}
      >
        <Radio.Group
          className="fl-deed-stack"
          options={offered.map((one) => ({
            value: one,
            label: (
              <>
                <strong>{say(`place.${one}`)}</strong>{' '}
                <span className="fl-faint">{say(`place.${one}.hint`)}</span>
              </>
            ),
          }))}
        />
      </Form.Item>
      {place !== 'beside' && people.length > 1 ? (
        <Form.Item name="mode" label={say('mode')} initialValue="all">
          <Radio.Group options={modes.map((one) => ({ value: one, label: say(`mode.${one}`) }))} />
        </Form.Item>
      ) : null}
    </>
  );
}
