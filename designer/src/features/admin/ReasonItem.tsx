import { Form, Input } from 'antd';
import { useWords } from './words';

/** Why an admin does what a form asks about; it stands in the history. */
export function ReasonItem() {
  const say = useWords();
  return (
    <Form.Item
      name="reason"
      label={say('reason')}
      rules={[{ required: true, whitespace: true, message: say('reasonWanted') }]}
    >
      <Input.TextArea rows={2} maxLength={2000} />
    </Form.Item>
  );
}
