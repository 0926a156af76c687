import { Alert, Form, Modal } from 'antd';
import { Problem } from '@/api';
import { useText } from '@/i18n';
import type { Deed, DeedForm, Subject } from './deed';
import { DeedFields } from './DeedFields';
import { hints } from './hints';
import { useDeed } from './useDeed';
import { useDialogWords } from './dialogWords';
import './deeds.css';

interface DeedDialogProps {
  deed: Deed;
  subject: Subject;
  onDone: () => void;
  onClose: () => void;
}

/** Asks for what something needs to be told, and does it. What was typed stays until it is done. */
export function DeedDialog({ deed, subject, onDone, onClose }: DeedDialogProps) {
  const say = useDialogWords();
  const text = useText();
  const [form] = Form.useForm<DeedForm>();
  const doing = useDeed(deed, subject, onDone);
  const offline = doing.error instanceof Problem && doing.error.code === 'offline';

  return (
    <Modal
      open
      title={text(deed.name)}
      okText={text(deed.name)}
      cancelText={say('cancel')}
      okButtonProps={{ danger: deed.danger ?? false }}
      confirmLoading={doing.isPending}
      width={deed.wants.includes('standing') ? 880 : 520}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="fl-deed-hint">{text(hints[deed.id])}</p>
      {doing.error ? (
        <Alert
          className="fl-deed-problem"
          type="error"
          showIcon
          title={offline ? say('offline') : doing.error.message}
        />
      ) : null}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(said) => doing.mutate(said)}>
        <DeedFields deed={deed} subject={subject} />
      </Form>
    </Modal>
  );
}
