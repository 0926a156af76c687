import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { keys, terminateInstance } from '@/api';
import { useMessage } from '@/ui';
import { useWords } from './words';

interface TerminateDialogProps {
  id: string;
  onClose: () => void;
}

/** Asks why an instance is ended; the reason stays in its history. */
export function TerminateDialog({ id, onClose }: TerminateDialogProps) {
  const say = useWords();
  const cache = useQueryClient();
  const message = useMessage();
  const [form] = Form.useForm<{ reason: string }>();
  const ending = useMutation({
    mutationFn: (reason: string) => terminateInstance(id, reason),
    onSuccess: () => {
      onClose();
      void message.success(say('terminated'));
      void cache.invalidateQueries({ queryKey: keys.instances });
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Modal
      open
      title={say('terminateTitle')}
      okText={say('terminate')}
      okButtonProps={{ danger: true }}
      cancelText={say('cancel')}
      confirmLoading={ending.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="fl-soft">{say('terminateHint')}</p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => ending.mutate(reason.trim())}>
        <Form.Item
          name="reason"
          label={say('reason')}
          rules={[{ required: true, whitespace: true, message: say('reasonWanted') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
