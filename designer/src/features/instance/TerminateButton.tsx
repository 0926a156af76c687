import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { keys, terminateInstance } from '@/api';
import { useWords } from './words';

/** Ends an instance for good, with a reason that stays in its history. */
export function TerminateButton({ id }: { id: string }) {
  const say = useWords();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const ending = useMutation({
    mutationFn: (reason: string) => terminateInstance(id, reason),
    onSuccess: () => {
      setOpen(false);
      void message.success(say('terminated'));
      void cache.invalidateQueries({ queryKey: keys.instances });
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say('terminate')}
      </Button>
      <Modal
        open={open}
        title={say('terminateTitle')}
        okText={say('terminate')}
        okButtonProps={{ danger: true }}
        cancelText={say('cancel')}
        confirmLoading={ending.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
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
    </>
  );
}
