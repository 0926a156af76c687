import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { setPassword, type Person } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { useWords } from './words';

/** Gives a person a new password. */
export function PasswordForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useWords();
  const text = useText();
  const message = useMessage();
  const [form] = Form.useForm<{ password: string }>();
  const setting = useMutation({
    mutationFn: (password: string) => setPassword(person.id, password),
    onSuccess: () => {
      void message.success(say('passwordSet'));
      onClose();
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Modal
      open
      title={say('setPasswordFor', { name: text(person.name) })}
      okText={say('setPassword')}
      cancelText={say('cancel')}
      confirmLoading={setting.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ password }) => setting.mutate(password)}>
        <Form.Item
          name="password"
          label={say('newPassword')}
          extra={say('passwordHint')}
          rules={[{ required: true, min: 10, message: say('passwordShort') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
